package dev.parka.runtime.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.classes.ModulePath;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.testing.Compiled;
import dev.parka.runtime.testing.Descriptors;
import dev.parka.runtime.testing.Jars;
import dev.parka.runtime.testing.OtherJdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedInferenceTest {

  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir private Path folder;
  private Path directory;
  private Path jar;
  private Path other;
  private int inferred;

  @BeforeEach
  void create() throws IOException {
    directory = Files.createDirectories(folder.resolve("cache"));
    jar = jar("a.jar", "java.sql.Driver");
    other = jar("b.jar", "java.util.logging.Level");
  }

  @Test
  void infersOnce() {
    RootModules first = infer(request(jar, other));
    assertThat(infer(request(jar, other))).isEqualTo(first);
    assertThat(Inferring.names(first)).containsExactly("java.base", "java.logging", "java.sql");
    assertThat(inferred).isEqualTo(1);
  }

  @Test
  void infersAgainForAChangedJarOfTheSameSize() throws IOException {
    long size = Files.size(jar);
    assertThat(Inferring.names(infer(request(jar)))).contains("java.sql");
    jar("a.jar", "java.rmi.Remote");
    assertThat(Files.size(jar)).isEqualTo(size);
    assertThat(Inferring.names(infer(request(jar)))).contains("java.rmi");
  }

  @Test
  void takesNoNoticeOfTheOrderOfJars() {
    assertThat(infer(request(jar, other))).isEqualTo(infer(request(other, jar)));
    assertThat(inferred).isEqualTo(1);
  }

  @Test
  void infersAgainForWhateverElseIsAsked() {
    InferenceRequest plain = request(jar);
    infer(plain);
    infer(with(plain, InferenceLevel.SAFE, InferenceRequest.Wishes.NONE));
    infer(with(plain, plain.level(), Inferring.flags("-Xmx1g")));
    infer(with(plain, plain.level(), Inferring.add("java.rmi")));
    infer(with(plain, plain.level(), Inferring.exclude("java.rmi")));
    infer(
        new InferenceRequest(
            plain.jdk(), plain.sources(), Optional.of(new ClassName("p.A")), plain.wishes()));
    infer(request(jar, other));
    assertThat(inferred).isEqualTo(7);
  }

  @Test
  void infersAgainForAnotherJdk() {
    Optional<Jdk> another = OtherJdk.find();
    assumeThat(another).as("another JDK in /usr/lib/jvm").isPresent();
    InferenceRequest plain = request(jar);
    infer(plain);
    infer(
        new InferenceRequest(
            another.orElseThrow(), plain.sources(), plain.mainClass(), plain.wishes()));
    assertThat(inferred).isEqualTo(2);
  }

  @Test
  void tellsAModuleFromAJarOfTheClassPath() throws IOException {
    Path modular =
        Descriptors.module("m")
            .requires("java.sql")
            .with(Map.of())
            .jar(folder.resolve("modular.jar"));
    List<ClassSource> modules =
        ResolvedModules.of(
                new ModulePath(List.of(modular)), new ModuleName("m"), Inferring.RUNNING, List.of())
            .sources();
    assertThat(Inferring.names(infer(request(modular)))).doesNotContain("java.sql");
    assertThat(Inferring.names(infer(request(modules)))).contains("java.sql");
  }

  @Test
  void countsTheFilesOfDirectories() throws IOException {
    Path classes =
        Jars.explode(folder.resolve("classes"), Map.of("big.bin", new byte[(32 << 20) + 1]));
    List<ClassSource> sources = List.of(ClassSource.directory(classes));
    assertThat(Inferring.names(infer(request(sources)))).containsExactly("java.base");
    infer(request(sources));
    assertThat(inferred).isEqualTo(1);
    Jars.explode(classes, Jars.entries().classes(source("java.sql.Driver")).files());
    assertThat(Inferring.names(infer(request(sources)))).contains("java.sql");
  }

  @Test
  void doesNotRememberErrors() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.jar"), "no jar");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> infer(request(bad)))
          .isInstanceOf(ParkaException.class)
          .hasMessageContaining("[BadJar] bad.jar");
    }
    assertThatThrownBy(() -> infer(request(folder.resolve("none.jar"))))
        .isInstanceOf(ParkaException.class);
    assertThat(inferred).isEqualTo(3);
  }

  @Test
  void doesNotRememberTextsWithoutEnd() {
    RootModules modules = modules("x".repeat(70_000));
    CachedInference inference = new CachedInference(request -> count(modules), cache());
    assertThat(inference.infer(request(jar))).isEqualTo(modules);
    assertThat(inference.infer(request(jar))).isEqualTo(modules);
    assertThat(inferred).isEqualTo(2);
  }

  @Test
  void doesNotRememberWhatWasReadWhileItChanged() throws IOException {
    CachedInference inference =
        new CachedInference(
            request -> {
              try {
                jar("a.jar", inferred % 2 == 0 ? "java.rmi.Remote" : "java.sql.Driver");
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
              return count(modules("as it was"));
            },
            cache());
    inference.infer(request(jar));
    inference.infer(request(jar));
    inference.infer(request(jar));
    assertThat(inferred).isEqualTo(3);
  }

  @Test
  void makesDamagedEntriesAgain() throws IOException {
    RootModules good = infer(request(jar));
    for (Path entry : entries()) {
      byte[] bytes = Files.readAllBytes(entry);
      bytes[bytes.length - 1] ^= 1;
      Files.write(entry, bytes);
    }
    assertThat(infer(request(jar))).isEqualTo(good);
    assertThat(infer(request(jar))).isEqualTo(good);
    assertThat(inferred).isEqualTo(2);
  }

  @Test
  void worksWithoutACache() throws IOException {
    UserCache nowhere = new UserCache(Files.createFile(folder.resolve("file")));
    CachedInference inference =
        new CachedInference(request -> count(new ReferenceInference().infer(request)), nowhere);
    assertThat(inference.infer(request(jar))).isEqualTo(inference.infer(request(jar)));
    assertThat(inferred).isEqualTo(2);
  }

  @Test
  void keepsReasonsWhatIsLeftOutAndWarnings() {
    RootModules modules =
        new RootModules(
            new TreeMap<>(
                Map.of(
                    ModuleName.JAVA_BASE,
                    List.of(new Reason("é → ü"), new Reason("perhaps", true)))),
            new TreeMap<>(Map.of(new ModuleName("java.sql"), List.of(new Reason("no")))),
            List.of(new Problem(RuntimeProblem.BAD_JAR, "a fact", "a fix")));
    byte[] bytes = RootModulesCodec.encode(modules).orElseThrow();
    assertThat(RootModulesCodec.decode(bytes)).contains(modules);
    for (int length = 0; length < bytes.length; length++) {
      assertThat(RootModulesCodec.decode(Arrays.copyOf(bytes, length))).isEmpty();
    }
  }

  private RootModules infer(InferenceRequest request) {
    return new CachedInference(
            asked -> {
              inferred++;
              return new ReferenceInference().infer(asked);
            },
            cache())
        .infer(request);
  }

  private RootModules count(RootModules modules) {
    inferred++;
    return modules;
  }

  private UserCache cache() {
    return new UserCache(directory);
  }

  private static RootModules modules(String reason) {
    return new RootModules(
        new TreeMap<>(Map.of(ModuleName.JAVA_BASE, List.of(new Reason(reason)))), List.of());
  }

  private static InferenceRequest with(
      InferenceRequest request, InferenceLevel level, InferenceRequest.Wishes wishes) {
    return new InferenceRequest(
        request.jdk(), request.sources(), request.mainClass(), wishes, level);
  }

  private static InferenceRequest request(Path... jars) {
    return request(Stream.of(jars).map(ClassSource::jar).toList());
  }

  private static InferenceRequest request(List<ClassSource> sources) {
    return new InferenceRequest(
        Inferring.RUNNING, sources, Optional.empty(), InferenceRequest.Wishes.NONE);
  }

  private static String source(String used) {
    return "package p; class A { " + used + " used; }";
  }

  private Path jar(String name, String used) throws IOException {
    Path written = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(written))) {
      // As long as the class file is.
      zip.setLevel(Deflater.NO_COMPRESSION);
      zip.putNextEntry(new ZipEntry("p/A.class"));
      zip.write(Compiled.single(source(used)));
    }
    return Files.setLastModifiedTime(written, LONG_AGO);
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).filter(file -> !file.endsWith("tidied")).toList();
    }
  }
}
