package dev.parka.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.processor.Project.Run;
import dev.parka.runtime.jdk.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compilers are often given a part of the sources, with the earlier class files at hand. */
final class IncrementalIT {

  private static final String MODULES = "out/META-INF/parka/com.acme.App/root-modules.txt";

  @TempDir private Path scratch;
  private Project project;

  @BeforeEach
  void compileAll() throws Exception {
    project = new Project(scratch);
    project.source(
        "com/acme/App.java",
        """
        package com.acme;

        @dev.parka.annotations.ContainerImage
        public final class App {
          public static void main(String[] arguments) {
            System.out.println(new AppImage().mainClass() + Store.timeout());
          }
        }
        """);
    store("java.sql.DriverManager.getLoginTimeout()");
    compile("com/acme/App.java", "com/acme/Store.java");
    assertThat(project.read(MODULES)).endsWith("\njava.sql\n");
  }

  @Test
  void theAnnotatedClassAloneKeepsWhatTheOthersNeed() throws Exception {
    String all = project.read(MODULES);

    compile("com/acme/App.java");

    assertThat(project.read(MODULES)).isEqualTo(all);
  }

  /** No processor is told of sources that the compiler is not given; docs tell of it. */
  @Test
  void anotherClassAloneLeavesTheFilesUntilTheAnnotatedOneIsCompiled() throws Exception {
    String before = project.read(MODULES);
    store("new java.util.logging.SimpleFormatter().hashCode()");

    compile("com/acme/Store.java");

    assertThat(project.read(MODULES)).isEqualTo(before);
    assertThat(scratch.resolve("out/com/acme/AppImage.class")).exists();

    compile("com/acme/App.java");

    assertThat(project.read(MODULES)).endsWith("\njava.logging\n").doesNotContain("\njava.sql\n");
  }

  private void store(String timeout) throws Exception {
    project.source(
        "com/acme/Store.java",
        "package com.acme;\n\nclass Store { static long timeout() { return " + timeout + "; } }\n");
  }

  private void compile(String... sources) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Jdk.running().tool("javac").toString(),
                "-processorpath",
                PackagedJars.path(),
                "-cp",
                PackagedJars.path(List.of(Javac.annotations(), scratch.resolve("out"))),
                "-d",
                "out"));
    command.addAll(List.of(sources));
    assertThat(project.run(command)).isEqualTo(new Run(0, ""));
  }
}
