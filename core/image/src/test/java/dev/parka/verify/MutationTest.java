package dev.parka.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.oci.HandMadeImage;
import dev.parka.oci.HandMadeLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ways to break a good image of a few small files, each with all that has to be found; {@code #}
 * stands for a digest; what is said in full stands in a {@link FindingBook}. What needs a whole
 * run-time image is in {@link LinkedMutationTest}.
 */
class MutationTest {

  private static final String OTHER = "sha256:" + "0".repeat(64);
  private static final String RANDOM = "Ab1Cd2Ef3Gh4Ij5Kl6Mn7Op8Qr9St0Uv1Wx2";
  private static final String PRIVATE_KEY =
      "-----BEGIN " + "PRIVATE KEY-----\n" + "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj\n";
  private static final String DEBUGGER =
      "-agentlib:jdwp=transport=dt_socket,server=y,address=*:5005";

  private static final FindingBook BOOK = FindingBook.of("mutations");

  @TempDir private Path directory;

  /** One way to break an image. */
  private record Mutation(String name, SortedMap<String, byte[]> files, List<String> findings) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Mutation image(String name, HandMadeImage broken, String... findings) {
    return new Mutation(name, broken.files(), List.of(findings));
  }

  private static Mutation files(
      String name, Consumer<SortedMap<String, byte[]>> change, String... findings) {
    SortedMap<String, byte[]> files = HandMadeImage.good().files();
    change.accept(files);
    return new Mutation(name, files, List.of(findings));
  }

  private static Mutation layer(
      String name, UnaryOperator<HandMadeLayer> change, String... findings) {
    return image(name, HandMadeImage.good().layer(change.apply(new HandMadeLayer())), findings);
  }

  private static Mutation container(String name, Consumer<ObjectNode> change, String... findings) {
    return image(name, HandMadeImage.good().container(change), findings);
  }

  private static Mutation flag(String name, String flag, String... findings) {
    return container(name, c -> ((ArrayNode) c.get("Entrypoint")).insert(1, flag), findings);
  }

  private static Mutation variable(String name, String variable, String... findings) {
    return container(name, c -> c.putArray("Env").add(variable), findings);
  }

  private static String blob(HandMadeLayer layer) {
    return "blobs/sha256/" + HandMadeImage.sha256(HandMadeLayer.gzip(layer.tar()));
  }

  private static String document(SortedMap<String, byte[]> files, String part) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().startsWith("blobs/"))
        .filter(file -> new String(file.getValue(), UTF_8).contains(part))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static void change(
      SortedMap<String, byte[]> files, String name, UnaryOperator<byte[]> change) {
    files.computeIfPresent(name, (key, bytes) -> change.apply(bytes));
  }

  private static byte[] flip(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= 1;
    return flipped;
  }

  private static byte[] longer(byte[] bytes) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    longer[bytes.length] = ' ';
    return longer;
  }

  private static HandMadeImage stored(byte[] layer) {
    return HandMadeImage.good().layer(layer, layer);
  }

  static Stream<Mutation> integrity() {
    String application = blob(HandMadeImage.application());
    byte[] plain = new HandMadeLayer().file("more", "x").tar();
    return Stream.of(
        files(
            "a flipped byte in a compressed layer",
            f -> change(f, application, b -> flip(b, 20)),
            "WrongDigest blobs/sha256/#",
            "BadLayer blobs/sha256/#"),
        files(
            "a layer that is cut",
            f -> change(f, application, b -> Arrays.copyOf(b, b.length - 9)),
            "WrongDigest blobs/sha256/#",
            "WrongSize blobs/sha256/#",
            "BadLayer blobs/sha256/#"),
        files("a layer less", f -> f.remove(application), "MissingBlob blobs/sha256/#"),
        files(
            "a manifest less",
            f -> f.remove(document(f, "\"layers\":[")),
            "MissingBlob blobs/sha256/#"),
        files(
            "a configuration less",
            f -> f.remove(document(f, "diff_ids")),
            "MissingBlob blobs/sha256/#"),
        files(
            "a byte more in the manifest",
            f -> change(f, document(f, "\"layers\":["), MutationTest::longer),
            "WrongDigest blobs/sha256/#",
            "WrongSize blobs/sha256/#"),
        files(
            "a byte more in the configuration",
            f -> change(f, document(f, "diff_ids"), MutationTest::longer),
            "WrongDigest blobs/sha256/#",
            "WrongSize blobs/sha256/#"),
        files(
            "a blob that nothing needs",
            f -> f.put("blobs/sha256/" + "0".repeat(64), new byte[1]),
            "OrphanBlob blobs/sha256/#"),
        files(
            "a layout of another version",
            f -> f.put("oci-layout", HandMadeImage.utf8("{\"imageLayoutVersion\":\"2.0.0\"}")),
            "NotAnImage image"),
        files("no index", f -> f.remove("index.json"), "NotAnImage image"),
        files(
            "an index with a key twice",
            f -> f.put("index.json", HandMadeImage.utf8("{\"manifests\":[],\"manifests\":[]}")),
            "BadDocument image"),
        image(
            "another size of a layer",
            HandMadeImage.good().manifest(m -> ((ObjectNode) m.at("/layers/0")).put("size", 5)),
            "WrongSize blobs/sha256/#"),
        image(
            "another diff id",
            HandMadeImage.good().config(c -> ((ArrayNode) c.at("/rootfs/diff_ids")).set(0, OTHER)),
            "WrongDiffId blobs/sha256/#"),
        image(
            "a diff id less",
            HandMadeImage.good().config(c -> ((ArrayNode) c.at("/rootfs/diff_ids")).remove(1)),
            "LayerCountMismatch config.rootfs.diff_ids"),
        image(
            "a step of history more",
            HandMadeImage.good().config(c -> ((ArrayNode) c.get("history")).addObject()),
            "HistoryMismatch config.history"),
        image(
            "no processor",
            HandMadeImage.good().config(c -> c.remove("architecture")),
            "WrongPlatform config.architecture"),
        image(
            "another operating system",
            HandMadeImage.good().config(c -> c.put("os", "windows")),
            "WrongPlatform config.os"),
        image(
            "another processor than the launcher's",
            HandMadeImage.good().config(c -> c.put("architecture", "arm64")),
            "WrongArchitecture /opt/java/bin/java"),
        image(
            "another platform in the index",
            HandMadeImage.good()
                .index(
                    i ->
                        ((ObjectNode) i.at("/manifests/0"))
                            .putObject("platform")
                            .put("os", "linux")
                            .put("architecture", "arm64")),
            "WrongPlatform index.json"),
        image(
            "a layer of an unknown kind",
            HandMadeImage.good()
                .manifest(m -> ((ObjectNode) m.at("/layers/0")).put("mediaType", "text/plain")),
            "WrongMediaType blobs/sha256/#"),
        image(
            "a compressed layer that is said to be none",
            HandMadeImage.good()
                .manifest(
                    m ->
                        ((ObjectNode) m.at("/layers/0"))
                            .put("mediaType", "application/vnd.oci.image.layer.v1.tar")),
            "WrongMediaType blobs/sha256/#"),
        image(
            "a configuration of an unknown kind",
            HandMadeImage.good()
                .manifest(m -> ((ObjectNode) m.get("config")).put("mediaType", "text/plain")),
            "WrongMediaType blobs/sha256/#"),
        image(
            "bytes after the end of a layer",
            stored(Arrays.copyOf(flip(longer(plain), plain.length), plain.length + 512)),
            "BadLayer blobs/sha256/#"),
        layer(
            "an entry twice",
            l -> l.file("more", "x").file("more", "y"),
            "DuplicateEntry blobs/sha256/#"),
        layer(
            "an entry that leads out", l -> l.file("../more", "x"), "HostileLayer blobs/sha256/#"),
        layer(
            "a file behind a link",
            l -> l.link("door", "/etc").file("door/passwd", "x"),
            "HostileLayer blobs/sha256/#"),
        layer(
            "a device",
            l -> l.entry("null", TarConstants.LF_CHR, e -> {}),
            "HostileLayer blobs/sha256/#"),
        layer(
            "entries out of order",
            l -> l.file("b", "x").file("a", "x"),
            "UnsortedEntries blobs/sha256/#"),
        layer(
            "entries of two times",
            l ->
                l.file("a", "x")
                    .add(
                        "b",
                        TarConstants.LF_NORMAL,
                        e -> e.setLastModifiedTime(FileTime.fromMillis(86_400_000)),
                        new byte[1]),
            "UnevenTimes blobs/sha256/#"));
  }

  static Stream<Mutation> schema() {
    return Stream.of(
        image(
            "a manifest of schema version 1",
            HandMadeImage.good().manifest(m -> m.put("schemaVersion", 1)),
            "BadSchema manifest.schemaVersion"),
        image(
            "an index without a schema version",
            HandMadeImage.good().index(i -> i.remove("schemaVersion")),
            "BadSchema index.json.schemaVersion"),
        image(
            "an annotation that is no text",
            HandMadeImage.good().manifest(m -> m.putObject("annotations").put("a", 1)),
            "BadSchema manifest.annotations.a"),
        image(
            "a root file system of another type",
            HandMadeImage.good().config(c -> ((ObjectNode) c.get("rootfs")).put("type", "x")),
            "BadSchema config.rootfs.type"),
        image(
            "a time that is none",
            HandMadeImage.good().config(c -> c.put("created", "yesterday")),
            "BadSchema config.created"),
        container(
            "a variable without a value",
            c -> c.putArray("Env").add("LANG"),
            "BadSchema config.config.Env[0]"),
        container(
            "a relative working directory",
            c -> c.put("WorkingDir", "app").putArray("Entrypoint").add("/opt/java/bin/java"),
            "BadSchema config.config.WorkingDir"),
        container(
            "a key with another case",
            c -> c.put("workingDir", "/"),
            "MisspeltKey config.config.workingDir"));
  }

  static Stream<Mutation> safety() {
    return Stream.of(
        container("no user", c -> c.remove("User"), "RunsAsRoot config.User"),
        container("the user root", c -> c.put("User", "0:0"), "RunsAsRoot config.User"),
        layer("a setuid file", l -> l.file("su", 04755, new byte[1]), "SetuidFile /su"),
        layer("a setgid file", l -> l.file("wall", 02755, new byte[1]), "SetuidFile /wall"),
        layer(
            "a file with capabilities",
            l ->
                l.add(
                    "ping",
                    TarConstants.LF_NORMAL,
                    e -> e.addPaxHeader("SCHILY.xattr.security.capability", "x"),
                    new byte[1]),
            "SetuidFile /ping"),
        layer(
            "a file that all may change",
            l -> l.file("note", 0666, new byte[1]),
            "WorldWritableFile /note"),
        layer(
            "a directory that all may change",
            l -> l.directory("spool", 0777),
            "WorldWritableFile /spool"),
        layer(
            "no directory for temporary files",
            l -> l.file(".wh.tmp", ""),
            "NoTemporaryDirectory /tmp"),
        layer("a shell", l -> l.file("bin/sh", 0755, new byte[1]), "ShellInImage /bin/sh"),
        layer("busybox", l -> l.file("busybox/sh", 0755, new byte[1]), "ShellInImage /busybox/sh"),
        layer(
            "a package manager",
            l -> l.file("usr/bin/apt", 0755, new byte[1]),
            "PackageManagerInImage /usr/bin/apt"),
        layer(
            "a tool of the JDK",
            l -> l.file("opt/java/bin/jcmd", 0755, new byte[1]),
            "JdkToolsInImage /opt/java/bin/jcmd"),
        flag("a debugger in the entrypoint", DEBUGGER, "DebugAgent config.Entrypoint"),
        variable(
            "a debugger in a variable",
            "JAVA_TOOL_OPTIONS=-Xmx64m " + DEBUGGER,
            "DebugAgent config.Env.JAVA_TOOL_OPTIONS"),
        variable(
            "a debugger in the launcher's variable",
            "JDK_JAVA_OPTIONS=" + DEBUGGER,
            "DebugAgent config.Env.JDK_JAVA_OPTIONS"),
        layer(
            "a debugger in an argument file",
            l -> l.file("app/class-path", "-cp \"/app/app.jar\" # why\n" + DEBUGGER),
            "DebugAgent /app/class-path"),
        container(
            "a debugger behind a shell",
            c ->
                c.putArray("Entrypoint")
                    .add("sh")
                    .add("-c")
                    .add("exec java " + DEBUGGER + " -cp /app/app.jar App"),
            "DebugAgent config.Entrypoint"),
        container(
            "management without a password",
            c ->
                ((ArrayNode) c.get("Entrypoint"))
                    .insert(1, "-Dcom.sun.management.jmxremote.port=9010")
                    .insert(2, "-Dcom.sun.management.jmxremote.authenticate=false"),
            "OpenManagement config.Entrypoint"));
  }

  static Stream<Mutation> secrets() {
    return Stream.of(
        layer("a private key", l -> l.file("app/key.pem", PRIVATE_KEY), "SecretFound /app/key.pem"),
        layer(
            "a key of AWS",
            l -> l.file("app/notes.txt", "id AKI" + "AQWERTYUIOP234567"),
            "SecretFound /app/notes.txt"),
        layer(
            "a password among settings",
            l -> l.file("app/application.yml", "spring:\n  datasource:\n    password: hunter22\n"),
            "SecretFound /app/application.yml"),
        layer(
            "a login at a registry",
            l -> l.file("root/.docker/config.json", "{\"auths\":{\"a\":{\"auth\":\"eDp5\"}}}"),
            "SecretFound /root/.docker/config.json"),
        layer(
            "a hash of a password",
            l -> l.file("etc/shadow", "root:$6$salt$hash:19000:0:99999:7:::\n"),
            "SecretFound /etc/shadow"),
        layer(
            "a setting in a jar",
            l ->
                l.file(
                    "app/app.jar",
                    0644,
                    HandMadeImage.jar(
                        Map.of(
                            "App.class",
                            new byte[1],
                            "application.properties",
                            HandMadeImage.utf8("db.password=hunter22\n")))),
            "SecretFound /app/app.jar!/application.properties"),
        image(
            "a key that a later layer removes",
            HandMadeImage.good()
                .layer(new HandMadeLayer().file("app/key.pem", PRIVATE_KEY))
                .layer(new HandMadeLayer().file("app/.wh.key.pem", "")),
            "SecretFound /app/key.pem"),
        variable("a token in a variable", "CI=gh" + "p_" + RANDOM, "SecretFound config.Env.CI"),
        variable(
            "a password in a variable",
            "DB_PASSWORD=hunter2",
            "SecretFound config.Env.DB_PASSWORD"),
        variable(
            "a password in an address",
            "DB=postgres://app:hunter2@db.acme.com/app",
            "SecretFound config.Env.DB"),
        container(
            "a token in a label",
            c -> c.putObject("Labels").put("com.acme.token", "hunter2"),
            "SecretFound config.Labels.com.acme.token"),
        flag(
            "a password in the entrypoint",
            "-Djavax.net.ssl.keyStorePassword=hunter2",
            "SecretFound config.Entrypoint"),
        image(
            "a password in the history",
            HandMadeImage.good()
                .config(
                    c ->
                        ((ObjectNode) c.at("/history/0"))
                            .put("created_by", "ARG DB_PASSWORD=hunter2")),
            "SecretFound config.history[0]"));
  }

  static Stream<Mutation> completeness() {
    return Stream.of(
        container(
            "an entrypoint that is not there",
            c -> c.putArray("Entrypoint").add("/app/start"),
            "NoEntrypointFile /app/start"),
        layer(
            "a launcher that nobody may run",
            l -> l.file("opt/java/bin/java", 0644, elf()),
            "NoEntrypointFile /opt/java/bin/java"),
        layer(
            "a launcher that is cut",
            l -> l.file("opt/java/bin/java", 0755, Arrays.copyOf(elf(), 30)),
            "DamagedFile /opt/java/bin/java"),
        layer(
            "a jar less", l -> l.file("app/.wh.app.jar", ""), "MissingClassPathEntry /app/app.jar"),
        layer(
            "a jar that is none", l -> l.file("app/app.jar", "<html>"), "DamagedFile /app/app.jar"),
        layer(
            "a jar that is cut",
            l -> l.file("app/app.jar", 0644, Arrays.copyOf(jar(), 40)),
            "DamagedFile /app/app.jar"),
        container(
            "a main class that is nowhere",
            c ->
                c.putArray("Entrypoint")
                    .add("/opt/java/bin/java")
                    .add("@/app/class-path")
                    .add("Ap"),
            "MissingMainClass Ap"),
        container(
            "a main class that is in no module",
            c ->
                c.putArray("Entrypoint")
                    .add("/opt/java/bin/java")
                    .add("-p")
                    .add("/app/app.jar")
                    .add("-m")
                    .add("shop/Ap"),
            "MissingMainClass Ap"),
        container(
            "a module less",
            c ->
                c.putArray("Entrypoint")
                    .add("/opt/java/bin/java")
                    .add("--module-path=/app/gone.jar")
                    .add("--module")
                    .add("shop/App"),
            "MissingClassPathEntry /app/gone.jar"),
        layer(
            "an argument file less",
            l -> l.file("app/.wh.class-path", ""),
            "MissingArgumentFile /app/class-path"),
        flag(
            "a start-up archive that is not there",
            "-XX:SharedArchiveFile=/app/startup.jsa",
            "MissingArchive /app/startup.jsa"),
        flag(
            "a start-up archive by a variable, and no shell",
            "-XX:SharedArchiveFile=/app/$ARCHIVE",
            "MissingArchive /app/$ARCHIVE"),
        image(
            "a start-up archive that is none",
            HandMadeImage.good()
                .layer(new HandMadeLayer().file("app/startup.aot", "no archive"))
                .container(
                    c ->
                        ((ArrayNode) c.get("Entrypoint"))
                            .insert(1, "-XX:AOTCache=/app/startup.aot")),
            "DamagedFile /app/startup.aot"),
        flag("a heap of 64 GB", "-Xmx64g", "BadHeapSize config.Entrypoint"),
        flag("a heap of all memory", "-XX:MaxRAMPercentage=100", "BadHeapSize config.Entrypoint"),
        flag(
            "a JVM that knows no limits",
            "-XX:-UseContainerSupport",
            "BadHeapSize config.Entrypoint"));
  }

  private static byte[] elf() {
    return HandMadeImage.elf();
  }

  private static byte[] jar() {
    return HandMadeImage.jar(Map.of("App.class", new byte[200]));
  }

  @ParameterizedTest
  @MethodSource({"integrity", "schema", "safety", "secrets", "completeness"})
  void isCaught(Mutation mutation) throws IOException {
    Path image = HandMadeImage.write(mutation.files(), directory.resolve("image"));
    List<Finding> findings = ImageVerifier.verify(VerificationRequest.of(image)).findings();

    assertThat(findings)
        .map(finding -> finding.id().id() + " " + finding.subject())
        .map(finding -> finding.replaceAll("[0-9a-f]{64}", "#"))
        .isEqualTo(mutation.findings());
    BOOK.check(mutation.name(), findings);
  }

  @Test
  void theBookHasNoOtherMutation() throws IOException {
    assertThat(BOOK.ways())
        .isEqualTo(
            Stream.of(integrity(), schema(), safety(), secrets(), completeness())
                .flatMap(mutations -> mutations)
                .map(Mutation::name)
                .collect(toCollection(TreeSet::new)));
  }

  @Test
  void nothingIsFoundInTheGoodImage() throws IOException {
    Path image = HandMadeImage.good().write(directory.resolve("image"));

    assertThat(ImageVerifier.verify(VerificationRequest.of(image)).findings()).isEmpty();
  }
}
