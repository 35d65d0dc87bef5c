package com.example.petstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, run again where everything that should not matter is different. */
class ReproducibleBuildIT {

  private static final String JAVA = System.getProperty("java.home") + "/bin/java";
  private static final Path CLI = Path.of("../../core/image/target/parka-cli.jar");

  @TempDir Path scratch;

  @Test
  void givesTheSameBytesElsewhere() throws Exception {
    Path otherHome = Files.createDirectories(scratch.resolve("another place/home"));
    String here =
        build(
            scratch.resolve("a"),
            new Tool(List.of("sh", "-c", "umask 022 && exec \"$0\" \"$@\"", JAVA), Map.of())
                .withEnvironment("TZ", "Etc/GMT-14"));
    String there =
        build(
            otherHome.resolveSibling("target of another build"),
            new Tool(List.of("sh", "-c", "umask 077 && exec \"$0\" \"$@\"", JAVA), Map.of())
                .withEnvironment("TZ", "Etc/GMT+12")
                .withEnvironment("LC_ALL", "et_EE.UTF-8")
                .withEnvironment("HOME", otherHome.toString())
                .with("-Duser.language=tr", "-Duser.home=" + otherHome)
                .with("-Djava.io.tmpdir=" + otherHome, "-XX:ActiveProcessorCount=1"));

    // The reports list every layer: where they differ, they say which.
    assertThat(there).isEqualTo(here);
    assertThat(scratch.resolve("a/petstore.oci.tar"))
        .hasSameBinaryContentAs(ImageArchive.BUILT.file());
    assertThat(otherHome.resolveSibling("target of another build/petstore.oci.tar"))
        .hasSameBinaryContentAs(ImageArchive.BUILT.file());
  }

  /** Builds from copies of the jars; answers with the report. */
  private static String build(Path directory, Tool java) throws IOException {
    Path lib = Files.createDirectories(directory.resolve("lib"));
    Path jar = Files.copy(Path.of("target/petstore.jar"), directory.resolve("petstore.jar"));
    try (Stream<Path> jars = Files.list(Path.of("target/lib"))) {
      for (Path library : (Iterable<Path>) jars::iterator) {
        Files.copy(library, lib.resolve(library.getFileName()));
      }
    }
    return java.with("-jar", CLI.toAbsolutePath().toString(), "build", "--format=json")
        .with("--class-path", jar + ":" + lib + "/*")
        .with("--main-class", "com.example.petstore.PetStore")
        .run("--output", directory.resolve("petstore.oci.tar").toString());
  }
}
