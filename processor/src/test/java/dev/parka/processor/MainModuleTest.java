package dev.parka.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A main class that is compiled in a module, and a module that provides what it uses. */
class MainModuleTest {

  private static final String MAIN = "META-INF/parka/com.acme.App/";

  @TempDir private Path scratch;
  private Path names;
  private Path provider;

  @BeforeEach
  void compileWhatItUses() throws IOException {
    names =
        compile(
            "names",
            List.of("-proc:none"),
            "module-info.java",
            "module names { exports org.names; }",
            "org/names/Name.java",
            "package org.names; public interface Name {}");
    provider =
        compile(
            "provider",
            List.of("-proc:none", "-p", names.toString()),
            "module-info.java",
            "module provider { requires names; requires java.logging; provides org.names.Name with org.pets.Pet; }",
            "org/pets/Pet.java",
            """
            package org.pets;

            public class Pet implements org.names.Name {
              Object kept = java.util.logging.Level.INFO;
            }
            """);
  }

  @Test
  void isStartedAsAModule() throws IOException {
    Path output = compileApplication(List.of());

    assertThat(Files.readString(output.resolve(MAIN + "Dockerfile")))
        .contains(
            "COPY [\"./target/app.jar\", \"/app/app.jar\"]\n",
            " && printf '%s\\n\"%s\"\\n' -p \"$path\" > /app/module-path\n",
            "ENTRYPOINT [\"/opt/java/bin/java\", \"@/app/module-path\", \"-m\","
                + " \"com.acme.app/com.acme.App\"]\n");
    assertThat(Files.readString(output.resolve(MAIN + "root-modules.txt")))
        .endsWith("# com.acme.app requires java.prefs\njava.prefs\n")
        .doesNotContain("java.logging");
  }

  @Test
  void bringsAModuleThatOnlyProvidesAService() throws IOException {
    Path output = compileApplication(List.of("-Aparka.classpath=" + provider));

    assertThat(Files.readString(output.resolve(MAIN + "root-modules.txt")))
        .contains("\njava.logging\n", "\njava.prefs\n");
  }

  @Test
  void isTheSameWhenItIsCompiledAgain() throws IOException {
    Path output = compileApplication(List.of());
    String modules = Files.readString(output.resolve(MAIN + "root-modules.txt"));

    compileApplication(List.of());
    assertThat(output.resolve(MAIN + "root-modules.txt")).content().isEqualTo(modules);
  }

  @Test
  void takesAnExecutableJarApart() throws IOException {
    Path output =
        compile(
            "plain",
            List.of(
                "-cp", Javac.annotations().toString(), "-Aparka.executableJar", "-Aparka.etcSsl"),
            "com/acme/App.java",
            """
            package com.acme;

            @dev.parka.annotations.ContainerImage
            public class App {
              public static void main(String[] arguments) {}
            }
            """);

    assertThat(Files.readString(output.resolve(MAIN + "Dockerfile")))
        .contains(
            " && jar -xf /jars/app.jar \\\n",
            "--main-class=com.acme.App -C BOOT-INF/classes . \\\n",
            " && mkdir -p /rootfs/etc/ssl/certs \\\n");
  }

  private Path compileApplication(List<String> options) throws IOException {
    List<String> all = new ArrayList<>(options);
    // The annotations are no module, and a module reads no class path but by this.
    all.addAll(List.of("-cp", Javac.annotations().toString()));
    all.addAll(List.of("--add-reads", "com.acme.app=ALL-UNNAMED", "-p", names.toString()));
    return compile(
        "app",
        all,
        "module-info.java",
        "module com.acme.app { requires java.prefs; requires names; uses org.names.Name; }",
        "com/acme/App.java",
        """
        package com.acme;

        @dev.parka.annotations.ContainerImage
        public class App {
          public static void main(String[] arguments) {
            System.out.println(java.util.ServiceLoader.load(org.names.Name.class).findFirst());
          }
        }
        """);
  }

  private Path compile(String name, List<String> options, String... sources) throws IOException {
    Path output = scratch.resolve(name);
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < sources.length; i += 2) {
      Path file = scratch.resolve(name + "-sources").resolve(sources[i]);
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, sources[i + 1]));
    }
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("--release", "17", "-d", output.toString()));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (var manager = javac.getStandardFileManager(null, null, null)) {
      StringWriter out = new StringWriter();
      JavaCompiler.CompilationTask task =
          javac.getTask(out, manager, null, all, null, manager.getJavaFileObjectsFromPaths(files));
      if (!options.contains("-proc:none")) {
        task.setProcessors(List.of(new ContainerImageProcessor()));
      }
      assertThat(task.call()).as(out.toString()).isTrue();
    }
    return output;
  }
}
