package dev.parka.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parka.processor.Project.Run;
import dev.parka.runtime.jdk.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
  private Project project;

  @BeforeEach
  void beginWithNothing() {
    project = new Project(scratch);
  }

  static Stream<Jdk> jdks() {
    return Jdks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void worksFromTheProcessorPath(Jdk jdk) throws Exception {
    project.source("com/acme/App.java", APP);

    Run run = javac(jdk, "-d", "out", "com/acme/App.java");

    assertThat(run).isEqualTo(new Run(0, ""));
    assertThat(Texts.below(scratch.resolve("out/META-INF")).keySet())
        .containsExactly(
            "parka/com.acme.App/Dockerfile",
            "parka/com.acme.App/Dockerfile.dockerignore",
            "parka/com.acme.App/root-modules.txt");
    assertThat(project.read("out/" + DOCKERFILE))
        .contains("FROM eclipse-temurin:" + jdk.featureVersion() + "-jdk AS runtime\n")
        .contains("COPY [\"./target/app.jar\", \"/app/app.jar\"]\n");
    assertThat(scratch.resolve("out/com/acme/AppImage.class")).exists();
  }

  /** FAULTS 22: from 23 on javac starts no processor that it was not told of. */
  @ParameterizedTest
  @MethodSource("jdks")
  void worksFromTheClassPathWhereItIsAskedTo(Jdk jdk) throws Exception {
    project.source("com/acme/App.java", APP);
    boolean asked = jdk.featureVersion() >= 23;

    Run run =
        run(
            jdk,
            Stream.concat(
                    Stream.of("-cp", PackagedJars.path(), "-d", "out"),
                    Stream.of(asked ? "-proc:full" : "-g", "com/acme/App.java"))
                .toList());

    assertThat(run).isEqualTo(new Run(0, ""));
    assertThat(scratch.resolve("out/" + DOCKERFILE)).exists();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void failsTheCompilationAtTheLineOfTheAnnotation(Jdk jdk) throws Exception {
    project.source(
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
    project.source("com/acme/App.java", APP);
    project.source("Dockerfile", "mine");

    Run run = javac(jdk, "com/acme/App.java");

    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).startsWith("com/acme/App.java:5: warning: [NoClassFiles] ");
    assertThat(project.read("Dockerfile")).isEqualTo("mine");
    assertThat(scratch.resolve("META-INF")).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void readsClassesThatAnEarlierCompilationWrote(Jdk jdk) throws Exception {
    project.source(
        "com/acme/App.java", APP.replace("new AppImage().mainClass()", "\"com.acme.Store\""));
    project.source(
        "com/acme/Store.java", "package com.acme; class Store { java.sql.Connection c; }");

    assertThat(javac(jdk, "-d", "out", "com/acme/Store.java").exitCode()).isZero();
    assertThat(javac(jdk, "-d", "out", "com/acme/App.java").exitCode()).isZero();
    assertThat(javac(jdk, "-d", "out", "com/acme/App.java").exitCode()).isZero();

    assertThat(project.read("out/" + MODULES))
        .contains(
            "\n# com.acme.App → [string] com.acme.Store → java.sql.Connection (classes)\njava.sql\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void findsJarsOnTheClassPathAndOnTheModulePath(Jdk jdk) throws Exception {
    project.source(
        "lib/pets/Pets.java",
        "package pets; public class Pets { int n = java.sql.DriverManager.getLoginTimeout(); }");
    project.source("lib/module-info.java", "module pets { requires java.sql; exports pets; }");
    assertThat(run(jdk, List.of("-d", "mods", "lib/pets/Pets.java", "lib/module-info.java")))
        .isEqualTo(new Run(0, ""));
    Path jar = scratch.resolve("pets.jar");
    Jars.pack(jar, scratch.resolve("mods"));
    project.source("com/acme/App.java", APP.replace("System.out", "new pets.Pets(); System.out"));

    Run classPath =
        run(
            jdk,
            List.of(
                "-processorpath",
                PackagedJars.path(),
                "-cp",
                PackagedJars.path(List.of(Javac.annotations(), jar)),
                "-d",
                "out",
                "com/acme/App.java"));
    project.source(
        "module-info.java", "module app { requires pets; requires dev.parka.annotations; }");
    Run modulePath =
        run(
            jdk,
            List.of(
                "-processorpath",
                PackagedJars.path(),
                "-p",
                PackagedJars.path(List.of(Javac.annotations(), jar)),
                "-d",
                "out2",
                "com/acme/App.java",
                "module-info.java"));

    assertThat(classPath).isEqualTo(new Run(0, ""));
    assertThat(modulePath.exitCode()).as(modulePath.output()).isZero();
    assertThat(project.read("out/" + MODULES))
        .contains("\n# com.acme.App → pets.Pets → java.sql.DriverManager (pets.jar)\njava.sql\n");
    assertThat(project.read("out2/" + MODULES))
        .isEqualTo(
            project
                .read("out/" + MODULES)
                .replace("\n# com.acme.App", "\n# pets requires java.sql\n# com.acme.App"));
    assertThat(project.read("out/" + DOCKERFILE)).contains("@/app/class-path");
    assertThat(project.read("out2/" + DOCKERFILE))
        .contains("\"@/app/module-path\", \"-m\", \"app/com.acme.App\"]");
  }

  /** FAULTS 23. */
  @ParameterizedTest
  @MethodSource("jdks")
  void writesTheSameWhateverTheOrderOfSourcesAndTheEncoding(Jdk jdk) throws Exception {
    project.source(
        "com/acme/App.java",
        APP.replace(
            "@ContainerImage\n",
            "@ContainerImage(arguments = \"Gr\\u00fc\\u00dfe, \\u4e16\\u754c\")\n"));
    project.source("com/acme/Other.java", APP.replace("App", "Other").replace("final", "strictfp"));

    javac(jdk, "-d", "out", "com/acme/App.java", "com/acme/Other.java");
    javac(jdk, "-encoding", "US-ASCII", "-d", "out2", "com/acme/Other.java", "com/acme/App.java");

    SortedMap<String, String> expected = Texts.below(scratch.resolve("out/META-INF"));
    assertThat(expected).hasSize(6);
    assertThat(Texts.below(scratch.resolve("out2/META-INF"))).isEqualTo(expected);
    assertThat(project.read("out2/" + DOCKERFILE))
        .contains("CMD [\"Gr\u00fc\u00dfe, \u4e16\u754c\"]\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void takesAnInstanceMainWhereJavaLaunchesIt(Jdk jdk) throws Exception {
    assumeThat(jdk.featureVersion()).isGreaterThanOrEqualTo(25);
    project.source(
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

  private Run javac(Jdk jdk, String... arguments) throws Exception {
    List<String> all = new ArrayList<>();
    all.addAll(
        List.of("-processorpath", PackagedJars.path(), "-cp", Javac.annotations().toString()));
    all.addAll(List.of(arguments));
    return run(jdk, all);
  }

  private Run run(Jdk jdk, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(jdk.tool("javac").toString()));
    command.addAll(arguments);
    return project.run(command);
  }
}
