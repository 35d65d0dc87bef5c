package com.example.petstore.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The images that the steps start from, made of Debian's packages: no public registry has to be
 * reached, and their names say what they are.
 *
 * @param directory where their tars are kept from run to run
 */
record JourneyBases(Path directory) {

  private static final Map<String, String> PACKAGES =
      new TreeMap<>(
          Map.of(
              "debian-jdk", "openjdk-17-jdk,git,curl,unzip,procps",
              "debian-jdk-headless", "openjdk-17-jdk-headless",
              "debian-jre-headless", "openjdk-17-jre-headless"));

  /** Makes those that are not there yet and gives all to the engine. */
  void bring(Tool docker) throws IOException {
    Files.createDirectories(directory);
    for (Map.Entry<String, String> base : PACKAGES.entrySet()) {
      Path tar = directory.resolve(base.getKey() + ".tar");
      if (!Files.exists(tar)) {
        Path part = directory.resolve(base.getKey() + ".part.tar");
        new ProcessBuilder(
                "mmdebstrap",
                "--variant=minbase",
                "--include=" + base.getValue(),
                "bookworm",
                part.toString())
            .inheritIO()
            .start()
            .onExit()
            .join();
        Files.move(part, tar);
      }
      docker.with("import").run(tar.toString(), base.getKey() + ":17");
    }
  }
}
