package dev.parka.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.annotations.ImageDescriptor;
import dev.parka.annotations.Startup;
import dev.parka.image.BuiltImage;
import dev.parka.image.ContainerImages;
import dev.parka.image.TestApplication;
import dev.parka.oci.HandMadeLayer;
import dev.parka.runtime.startup.Training;
import dev.parka.verify.boot.BootPlan;
import dev.parka.verify.boot.Isolation;
import dev.parka.verify.boot.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Ways to break a linked image with a start-up archive, which is built once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkedMutationTest {

  private static final String JVM = "opt/java/lib/server/libjvm.so";
  private static final String MODULES = "opt/java/lib/modules";
  private static final String RELEASE = "opt/java/release";
  private static final String ARCHIVE = "app/startup.jsa";

  private static final ImageDescriptor APP =
      new ImageDescriptor() {
        @Override
        public String mainClass() {
          return "com.acme.App";
        }
      };

  private static final String MAIN =
      "package com.acme; public class App {"
          + " public static void main(String[] a) throws InterruptedException {"
          + " System.out.println(a.length); Thread.sleep(100_000L * a.length); } }";

  /** Where each JDK has more or fewer libraries and archives that are hit. */
  private static final Set<String> DEPENDS_ON_JDK =
      Set.of(
          "catchesAMissingLoader",
          "catchesTheLoaderOfAnotherLibc",
          "catchesAnOlderLibc",
          "catchesModulesThatAreCut");

  private static final FindingBook BOOK = FindingBook.of("linked-mutations");

  private Path directory;
  private LinkedImage image;
  private String name = "";
  private int count;

  @BeforeAll
  void build(@TempDir Path shared) throws IOException {
    directory = shared;
    try (BuiltImage built =
        ContainerImages.of(APP)
            .classPath(jar("app", MAIN))
            .startup(Startup.APP_CDS)
            .training(Training.toItsEnd())
            .build()) {
      image = LinkedImage.read(built.image().layout(), shared.resolve("blobs"));
    }
  }

  @BeforeEach
  void remember(TestInfo test) {
    name = test.getDisplayName().replace("()", "");
  }

  private Path jar(String name, String source) throws IOException {
    Path place = directory.resolve(name + "-" + count++);
    Path classes = TestApplication.compile(place, "com/acme/App.java", source);
    return TestApplication.jar(classes, place.resolve(name + ".jar"), "");
  }

  private List<String> verify(
      HandMadeLayer layer, Consumer<ObjectNode> container, Expectations expectations)
      throws IOException {
    Path broken = image.with(layer, container, directory.resolve("image-" + count++));
    VerificationRequest request = VerificationRequest.of(broken).expecting(expectations);
    List<Finding> findings = ImageVerifier.verify(request).findings();
    if (!DEPENDS_ON_JDK.contains(name)) {
      BOOK.check(name, findings);
    }
    return findings.stream().map(finding -> finding.id().id() + " " + finding.subject()).toList();
  }

  private List<String> verify(HandMadeLayer layer) throws IOException {
    return verify(layer, c -> {}, Expectations.NONE);
  }

  private static HandMadeLayer layer() {
    return new HandMadeLayer();
  }

  private static HandMadeLayer without(String name) {
    int slash = name.lastIndexOf('/') + 1;
    return layer().file(name.substring(0, slash) + ".wh." + name.substring(slash), "");
  }

  private byte[] replaced(String name, String old, String now) {
    return new String(image.file(name), ISO_8859_1).replaceFirst(old, now).getBytes(ISO_8859_1);
  }

  @Test
  void nothingIsFoundInTheGoodImage() throws IOException {
    assertThat(verify(layer(), c -> {}, Expectations.NONE.withReferences(true))).isEmpty();
  }

  @Test
  void catchesAMissingLibrary() throws IOException {
    assertThat(verify(without(image.name("/libm.so.6"))))
        .containsExactly("MissingLibrary /opt/java/lib/libjimage.so");
  }

  @Test
  void catchesAMissingLoader() throws IOException {
    assertThat(verify(without(image.name("/ld-linux-x86-64.so.2"))))
        .contains("MissingLibrary /opt/java/bin/java");
  }

  @Test
  void catchesTheLoaderOfAnotherLibc() throws IOException {
    String loader = image.name("/ld-linux-x86-64.so.2");
    HandMadeLayer layer =
        layer()
            .file(loader.substring(0, loader.lastIndexOf('/')) + "/.wh.ld-linux-x86-64.so.2", "")
            .file("lib/ld-musl-x86_64.so.1", 0755, image.file(loader));

    assertThat(verify(layer)).contains("WrongLibc /opt/java/bin/java");
  }

  @Test
  void catchesAnOlderLibc() throws IOException {
    String libm = image.name("/libm.so.6");
    String older = new String(image.file(libm), ISO_8859_1).replace("GLIBC_2.2.5", "GLIBC_0.2.5");
    HandMadeLayer layer = layer().file(libm, 0755, older.getBytes(ISO_8859_1));

    assertThat(verify(layer))
        .contains("WrongLibc /" + JVM)
        .allMatch(finding -> finding.startsWith("WrongLibc "));
  }

  @Test
  void catchesALibraryOfAnotherProcessor() throws IOException {
    byte[] library = image.file("opt/java/lib/libzip.so");
    library[18] = (byte) 0xb7;

    assertThat(verify(layer().file("opt/java/lib/libzip.so", 0755, library)))
        .containsExactly("WrongArchitecture /opt/java/lib/libzip.so");
  }

  @Test
  void catchesALibraryThatIsCut() throws IOException {
    byte[] library = Arrays.copyOf(image.file("opt/java/lib/libzip.so"), 200);

    assertThat(verify(layer().file("opt/java/lib/libzip.so", 0755, library)))
        .containsExactly("DamagedFile /opt/java/lib/libzip.so");
  }

  @Test
  void catchesAModuleThatIsDeclaredAndNotLinked() throws IOException {
    byte[] release = replaced(RELEASE, "MODULES=\"", "MODULES=\"java.sql ");

    assertThat(verify(layer().file(RELEASE, 0644, release)))
        .containsExactly("ModulesDiffer /" + RELEASE);
  }

  @Test
  void catchesAModuleThatIsLinkedAndNotDeclared() throws IOException {
    byte[] release = replaced(RELEASE, "MODULES=\"[^\"]*\"", "MODULES=\"\"");

    assertThat(verify(layer().file(RELEASE, 0644, release))).contains("ModulesDiffer /" + MODULES);
  }

  @Test
  void catchesModulesThatAreCut() throws IOException {
    byte[] modules = image.file(MODULES);

    assertThat(
            verify(layer().file(MODULES, 0644, Arrays.copyOf(modules, modules.length - 100_000))))
        .contains("DamagedFile /" + MODULES);
  }

  @Test
  void catchesModulesThatAreNone() throws IOException {
    assertThat(verify(layer().file(MODULES, "no modules"))).contains("DamagedFile /" + MODULES);
  }

  @Test
  void catchesFlagsThatTheVirtualMachineDoesNotKnow() throws IOException {
    assertThat(
            verify(
                layer(),
                c -> ((ArrayNode) c.get("Entrypoint")).insert(1, "-XX:+UseConcMarkSweepGC"),
                Expectations.NONE))
        .containsExactly("UnknownJvmFlag config.Entrypoint");
  }

  @Test
  void catchesAHeapAsLargeAsTheContainer() throws IOException {
    assertThat(
            verify(
                layer(),
                c -> ((ArrayNode) c.get("Entrypoint")).insert(1, "-Xmx512m"),
                Expectations.NONE.inMemory(512 << 20)))
        .containsExactly("BadHeapSize config.Entrypoint");
  }

  @Test
  void catchesAMissingArchive() throws IOException {
    assertThat(verify(without(ARCHIVE))).containsExactly("MissingArchive /" + ARCHIVE);
  }

  @Test
  void catchesAnArchiveOfAnotherVirtualMachine() throws IOException {
    byte[] archive = replaced(ARCHIVE, "64-Bit Server VM \\(1", "64-Bit Server VM (9");
    if (Arrays.equals(archive, image.file(ARCHIVE))) {
      archive = replaced(ARCHIVE, "64-Bit Server VM \\(2", "64-Bit Server VM (9");
    }

    assertThat(verify(layer().file(ARCHIVE, 0644, archive)))
        .containsExactly("ForeignArchive /" + ARCHIVE);
  }

  @Test
  void catchesAnArchiveOfOtherModules() throws IOException {
    byte[] modules = image.file(MODULES);

    assertThat(verify(layer().file(MODULES, 0644, Arrays.copyOf(modules, modules.length + 1))))
        .containsExactly("ForeignArchive /" + ARCHIVE);
  }

  @Test
  void catchesAnArchiveOfAnotherJar() throws IOException {
    byte[] jar = Files.readAllBytes(jar("app", MAIN.replace("length", "length + 1")));

    assertThat(
            verify(
                layer()
                    .add(
                        "app/app.jar",
                        TarConstants.LF_NORMAL,
                        e -> e.setLastModifiedTime(image.time("app/app.jar")),
                        jar)))
        .containsExactly("StaleArchive /" + ARCHIVE);
  }

  @Test
  void catchesAnArchiveOfTheSameJarAtAnotherTime() throws IOException {
    assertThat(
            verify(
                layer()
                    .add(
                        "app/app.jar",
                        TarConstants.LF_NORMAL,
                        e -> e.setLastModifiedTime(FileTime.fromMillis(86_400_000)),
                        image.file("app/app.jar"))))
        .containsExactly("StaleArchive /" + ARCHIVE);
  }

  private List<String> withCode(String source) throws IOException {
    return verify(
        layer().file("app/app.jar", 0644, Files.readAllBytes(jar("app", source))),
        c -> {
          ArrayNode entrypoint = c.putArray("Entrypoint");
          entrypoint.add("/opt/java/bin/java").add("-cp").add("/app/app.jar").add("com.acme.App");
        },
        Expectations.NONE.withReferences(true));
  }

  @Test
  void catchesAModuleThatCodeNeeds() throws IOException {
    assertThat(
            withCode(
                "package com.acme; public class App { public static void main(String[] a)"
                    + " throws Exception { java.sql.DriverManager.getConnection(\"x\"); } }"))
        .contains("UnresolvedReference app.jar!com.acme.App");
  }

  @Test
  void acceptsAModuleThatNoCodeThatRunsNeeds() throws IOException {
    assertThat(
            withCode(
                "package com.acme; public class App { public static void main(String[] a) {}"
                    + " static Object never(java.sql.Driver d) { return d.getMajorVersion(); } }"))
        .isEmpty();
  }

  /** Starts it with flags, and has it wait. */
  private List<String> boot(String... flags) throws IOException {
    Path started =
        image.with(
            layer(),
            container -> {
              ArrayNode entrypoint = (ArrayNode) container.get("Entrypoint");
              Arrays.asList(flags).forEach(flag -> entrypoint.insert(1, flag));
              container.putArray("Cmd").add("wait");
            },
            directory.resolve("image-" + count++));
    BootPlan plan =
        BootPlan.DEFAULT
            .only(Isolation.CHROOT, Isolation.USER_NAMESPACE)
            .withProbe(new Probe.LogLine("^1$"));
    return ImageVerifier.verify(VerificationRequest.of(started).withBoot(plan)).findings().stream()
        .map(Finding::toString)
        .toList();
  }

  @Test
  void nothingIsFoundInTheGoodImageThatRuns() throws IOException {
    assertThat(boot()).isEmpty();
  }

  @Test
  void catchesAnArchiveThatTheJvmPassesOver() throws IOException {
    assertThat(boot("-Xshare:off"))
        .containsExactly(
            "[UnusedArchive] /app/startup.jsa: expected an archive that the running JVM has mapped,"
                + " found one that it passed over");
  }

  @Test
  void catchesFlagsThatDoNotGoTogether() throws IOException {
    String reason = "Multiple garbage collectors selected";

    assertThat(boot("-XX:+UseSerialGC", "-XX:+UseParallelGC"))
        .containsExactly(
            "[RefusedJvmFlags] boot: expected flags with which the image's JVM starts, found "
                + reason
                + "\n  | Error occurred during initialization of VM\n  | "
                + reason);
  }
}
