package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.image.TestApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar that runs by its name alone: a script before it, and the other jars in its manifest. */
class ExecutableJarTest {

  private static final String SCRIPT = "#!/bin/sh\nexec java -jar \"$0\" \"$@\"\nexit 1\n";

  @TempDir private Path directory;

  @Test
  void runsInItsImageWithWhatItsManifestNames() throws IOException {
    Path classes =
        TestApplication.compile(
            directory,
            "com/acme/App.java",
            """
            package com.acme;

            public class App {
              public static void main(String[] arguments) {
                System.exit(org.lib.Lib.code());
              }
            }
            """,
            "org/lib/Lib.java",
            """
            package org.lib;

            public class Lib {
              public static int code() {
                return java.util.logging.Level.INFO.intValue() - 800;
              }
            }
            """);
    Files.createDirectories(directory.resolve("lib"));
    jar(directory.resolve("lib/lib.jar"), "", classes, "org/lib/Lib.class", new Manifest());
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "com.acme.App");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/lib.jar lib/none.jar");
    Path app = directory.resolve("app.jar");
    jar(app, SCRIPT, classes, "com/acme/App.class", manifest);

    CommandLineRun modules = CommandLineRun.of("modules", "--class-path", app.toString());
    assertThat(modules.out()).isEqualTo("java.base\njava.logging\n");
    assertThat(modules.err())
        .isEqualTo(
            "warning: [MissingManifestEntry] app.jar, which has the main class, names lib/none.jar"
                + " in the Class-Path of its manifest, and no such jar is on the class path; put"
                + " it where the manifest says, or ignore this if nothing needs it\n");

    Path tar = directory.resolve("app.tar");
    CommandLineRun build =
        CommandLineRun.of(
            "build",
            "--class-path",
            app.toString(),
            "--verify",
            "--boot",
            "exit",
            "--output",
            tar.toString());
    assertThat(build.exitCode()).as(build.out() + build.err()).isEqualTo(ExitCode.GOOD);
    assertThat(build.out()).contains("it ended with exit code 0");
  }

  private static void jar(Path jar, String script, Path classes, String name, Manifest manifest)
      throws IOException {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(script.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (JarOutputStream zip = new JarOutputStream(zipped, manifest)) {
      zip.putNextEntry(new JarEntry(name));
      Files.copy(classes.resolve(name), zip);
      zip.closeEntry();
    }
    bytes.write(zipped.toByteArray());
    Files.write(jar, bytes.toByteArray());
  }
}
