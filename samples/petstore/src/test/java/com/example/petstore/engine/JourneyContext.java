package com.example.petstore.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the steps build from: sources, the jars that the application runs with in {@code lib}, those
 * that only its compiler needs in {@code compile-only}, and those of all scopes, which is what
 * {@code mvn dependency:copy-dependencies} gives to who asks for no scope, in {@code dependency}.
 *
 * @param directory the build context
 */
record JourneyContext(Path directory) {

  private static final String MAIN = "com.example.petstore.PetStore";
  private static final List<String> FLAGS =
      List.of("--jvm-flag=-XX:+UseSerialGC", "--jvm-flag=-Xmx64m", "--jvm-flag=-XX:-UsePerfData");

  /** Gathers it from what Maven has built. */
  static JourneyContext layOut(Path directory) throws IOException {
    Tool.named("rm").run("-rf", directory.toString());
    Files.createDirectories(directory.resolve("compile-only"));
    Tool copy = Tool.named("cp").with("-rL");
    copy.run("src/main/java", directory.resolve("src").toString());
    copy.run("target/lib", directory.resolve("lib").toString());
    copy.run("target/dependency", directory.resolve("dependency").toString());
    try (var jars = Files.list(Path.of("target/dependency"))) {
      for (Path jar : jars.toList()) {
        if (jar.getFileName().toString().matches("(parka-annotations|jspecify)-.*")) {
          copy.run(jar.toString(), directory.resolve("compile-only").toString());
        }
      }
    }
    return new JourneyContext(directory);
  }

  /** Writes Parka's Dockerfile, and puts the jar where it is looked for. */
  Path dockerfile() throws IOException {
    Path written = directory.resolveSibling("parka");
    Tool.named("cp").run("target/petstore.jar", directory.toString());
    cli()
        .with("dockerfile", "--class-path=target/petstore.jar:target/lib/*")
        .with("--main-class=" + MAIN, "--jar=petstore.jar", "--lib=lib", "--port=8080")
        .with("--jdk-image=debian-jdk-headless:17", "--name=petstore", "--no-cache")
        .with(FLAGS.toArray(String[]::new))
        .run("--output=" + written);
    return written.resolve("Dockerfile");
  }

  /** Builds Parka's image and hands it to the engine. */
  void buildImage(Tool docker, String name) throws IOException {
    Path tar = directory.resolveSibling("petstore.oci.tar");
    Files.deleteIfExists(tar);
    cli()
        .with("build", "--class-path=target/petstore.jar:target/lib/*")
        .with("--main-class=" + MAIN, "--port=8080", "--name=petstore", "--no-cache")
        .with(FLAGS.toArray(String[]::new))
        .run("--output=" + tar);
    Tool.named("skopeo")
        .with("copy", "--dest-daemon-host", docker.environment().get("DOCKER_HOST"))
        .run("oci-archive:" + tar, "docker-daemon:" + name + ":latest");
  }

  private static Tool cli() {
    return new Tool(
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-jar",
            "../../core/image/target/parka-cli.jar"),
        Map.of());
  }
}
