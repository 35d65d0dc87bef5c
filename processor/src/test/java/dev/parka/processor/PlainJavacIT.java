package dev.parka.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.difflib.DiffUtils;
import com.palantir.javapoet.JavaFile;
import dev.parka.annotations.ContainerImage;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.spec.ImageSpec;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;

/** The {@code javac} of every JDK at hand, in a shell, with nothing but the packaged jars. */
final class PlainJavacIT {

  private static final String APP =
      """
      package com.acme;

      import dev.parka.annotations.ContainerImage;

      @ContainerImage
      public final class App {
        public static void main(String[] arguments) {
          System.out.println(new AppImage().mainClass());
        }
      }
      """;

  private static final String DOCKERFILE = "META-INF/parka/com.acme.App/Dockerfile";
  private static final String MODULES = "META-INF/parka/com.acme.App/root-modules.txt";

  @TempDir private Path scratch;

  private record Run(int exitCode, String output) {}

  static Stream<Jdk> jdks() {
    return Jdks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void worksFromTheProcessorPath(Jdk jdk) throws Exception {
    source("com/acme/App.java", APP);

    Run run = javac(jdk, "-d", "out", "com/acme/App.java");

    assertThat(run).isEqualTo(new Run(0, ""));
    assertThat(Texts.below(scratch.resolve("out/META-INF")).keySet())
        .containsExactly("parka/com.acme.App/Dockerfile", "parka/com.acme.App/root-modules.txt");
    assertThat(read("out/" + DOCKERFILE))
        .contains("FROM eclipse-temurin:" + jdk.featureVersion() + "-jdk AS runtime\n")
        .contains("COPY [\"./target/app.jar\", \"/app/app.jar\"]\n");
    assertThat(scratch.resolve("out/com/acme/AppImage.class")).exists();
  }

  /** FAULTS 22: from 23 on javac starts no processor that it was not told of. */
  @ParameterizedTest
  @MethodSource("jdks")
  void worksFromTheClassPathWhereItIsAskedTo(Jdk jdk) throws Exception {
    source("com/acme/App.java", APP);
    boolean asked = jdk.featureVersion() >= 23;

    Run run =
        run(
            jdk,
            Stream.concat(
                    Stream.of("-cp", path(jars()), "-d", "out"),
                    Stream.of(asked ? "-proc:full" : "-g", "com/acme/App.java"))
                .toList());

    assertThat(run).isEqualTo(new Run(0, ""));
    assertThat(scratch.resolve("out/" + DOCKERFILE)).exists();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void failsTheCompilationAtTheLineOfTheAnnotation(Jdk jdk) throws Exception {
    source(
        "com/acme/App.java",
        APP.replace("@ContainerImage\n", "@ContainerImage(addModules = \"java.sqll\")\n"));

    Run run = javac(jdk, "-d", "out", "com/acme/App.java");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .startsWith("com/acme/App.java:5: error: [UnknownModule] ")
        .contains("did you mean java.sql?");
    assertThat(scratch.resolve("out/" + DOCKERFILE)).doesNotExist();
  }

  /** Without -d javac would write every Dockerfile to the current directory. */
  @ParameterizedTest
  @MethodSource("jdks")
  void writesNothingWithoutADirectoryForClasses(Jdk jdk) throws Exception {
    source("com/acme/App.java", APP);
    source("Dockerfile", "mine");

    Run run = javac(jdk, "com/acme/App.java");

    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).startsWith("com/acme/App.java:5: warning: [NoClassFiles] ");
    assertThat(read("Dockerfile")).isEqualTo("mine");
    assertThat(scratch.resolve("META-INF")).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void readsClassesThatAnEarlierCompilationWrote(Jdk jdk) throws Exception {
    source("com/acme/App.java", APP.replace("new AppImage().mainClass()", "\"com.acme.Store\""));
    source("com/acme/Store.java", "package com.acme; class Store { java.sql.Connection c; }");

    assertThat(javac(jdk, "-d", "out", "com/acme/Store.java").exitCode()).isZero();
    assertThat(javac(jdk, "-d", "out", "com/acme/App.java").exitCode()).isZero();
    assertThat(javac(jdk, "-d", "out", "com/acme/App.java").exitCode()).isZero();

    assertThat(read("out/" + MODULES))
        .contains(
            "\n# com.acme.App → [string] com.acme.Store → java.sql.Connection (classes)\njava.sql\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void findsJarsOnTheClassPathAndOnTheModulePath(Jdk jdk) throws Exception {
    source(
        "lib/pets/Pets.java",
        "package pets; public class Pets { int n = java.sql.DriverManager.getLoginTimeout(); }");
    source("lib/module-info.java", "module pets { requires java.sql; exports pets; }");
    assertThat(run(jdk, List.of("-d", "mods", "lib/pets/Pets.java", "lib/module-info.java")))
        .isEqualTo(new Run(0, ""));
    Path jar = scratch.resolve("pets.jar");
    Jars.pack(jar, scratch.resolve("mods"));
    source("com/acme/App.java", APP.replace("System.out", "new pets.Pets(); System.out"));

    Run classPath =
        run(
            jdk,
            List.of(
                "-processorpath",
                path(jars()),
                "-cp",
                path(List.of(Javac.annotations(), jar)),
                "-d",
                "out",
                "com/acme/App.java"));
    source("module-info.java", "module app { requires pets; requires dev.parka.annotations; }");
    Run modulePath =
        run(
            jdk,
            List.of(
                "-processorpath",
                path(jars()),
                "-p",
                path(List.of(Javac.annotations(), jar)),
                "-d",
                "out2",
                "com/acme/App.java",
                "module-info.java"));

    assertThat(classPath).isEqualTo(new Run(0, ""));
    assertThat(modulePath.exitCode()).as(modulePath.output()).isZero();
    assertThat(read("out/" + MODULES))
        .contains("\n# com.acme.App → pets.Pets → java.sql.DriverManager (pets.jar)\njava.sql\n");
    assertThat(read("out2/" + MODULES)).isEqualTo(read("out/" + MODULES));
    assertThat(read("out2/" + DOCKERFILE)).isEqualTo(read("out/" + DOCKERFILE));
  }

  /** FAULTS 23. */
  @ParameterizedTest
  @MethodSource("jdks")
  void writesTheSameWhateverTheOrderOfSourcesAndTheEncoding(Jdk jdk) throws Exception {
    source(
        "com/acme/App.java",
        APP.replace(
            "@ContainerImage\n",
            "@ContainerImage(arguments = \"Gr\\u00fc\\u00dfe, \\u4e16\\u754c\")\n"));
    source("com/acme/Other.java", APP.replace("App", "Other").replace("final", "strictfp"));

    javac(jdk, "-d", "out", "com/acme/App.java", "com/acme/Other.java");
    javac(jdk, "-encoding", "US-ASCII", "-d", "out2", "com/acme/Other.java", "com/acme/App.java");

    SortedMap<String, String> expected = Texts.below(scratch.resolve("out/META-INF"));
    assertThat(expected).hasSize(4);
    assertThat(Texts.below(scratch.resolve("out2/META-INF"))).isEqualTo(expected);
    assertThat(read("out2/" + DOCKERFILE)).contains("CMD [\"Gr\u00fc\u00dfe, \u4e16\u754c\"]\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void takesAnInstanceMainWhereJavaLaunchesIt(Jdk jdk) throws Exception {
    assumeThat(jdk.featureVersion()).isGreaterThanOrEqualTo(25);
    source(
        "com/acme/App.java",
        """
        package com.acme;

        @dev.parka.annotations.ContainerImage
        class App {
          void main() {}
        }
        """);

    assertThat(javac(jdk, "-d", "out", "com/acme/App.java")).isEqualTo(new Run(0, ""));
  }

  private void source(String name, String text) throws IOException {
    Path file = scratch.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String read(String name) throws IOException {
    return Files.readString(scratch.resolve(name));
  }

  private Run javac(Jdk jdk, String... arguments) throws Exception {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("-processorpath", path(jars()), "-cp", Javac.annotations().toString()));
    all.addAll(List.of(arguments));
    return run(jdk, all);
  }

  private Run run(Jdk jdk, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(jdk.tool("javac").toString()));
    command.addAll(arguments);
    Path output = Files.createTempFile(scratch, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(scratch.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ends in time").isTrue();
    return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  /** The packaged processor and what it depends on, no more. */
  private static List<Path> jars() {
    return Stream.of(
            ContainerImageProcessor.class,
            ContainerImage.class,
            ImageSpec.class,
            Jdk.class,
            JavaFile.class,
            ClassReader.class,
            DiffUtils.class,
            NullMarked.class)
        .map(PlainJavacIT::jar)
        .toList();
  }

  private static Path jar(Class<?> type) {
    try {
      Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      assertThat(jar.toString()).as("where %s is", type).endsWith(".jar");
      return jar;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String path(List<Path> entries) {
    return String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
  }
}
