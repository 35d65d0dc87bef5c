package com.example.petstore.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An image of a JDK for 64-bit ARM, made from Debian's packages and busybox's programs. */
final class StandInArmJdk {

  /** What it is made of, beside the JDK's packages: ldd is a script for bash. */
  static final List<String> PROGRAMS = List.of("bash", "busybox-static", "libc-bin", "libtinfo6");

  private static final String HOME = "/usr/lib/jvm/java-17-openjdk-arm64";

  private static final String LINK =
      "cd \"$0/bin\" && for name in chmod cp find grep ln mkdir readlink rm rmdir sed sh sort; do"
          + " ln -s busybox $name || exit 1; done";

  /** An import would call it an image for this machine. */
  private static final String CONFIG =
      """
      {"architecture": "arm64", "os": "linux",
       "config": {"Env": ["JAVA_HOME=%1$s", "PATH=%1$s/bin:/usr/sbin:/usr/bin:/sbin:/bin"]},
       "rootfs": {"type": "layers", "diff_ids": ["sha256:%2$s"]}}
      """;

  private static final String MANIFEST =
      """
      [{"Config": "config.json", "RepoTags": ["%s"], "Layers": ["layer.tar"]}]
      """;

  private StandInArmJdk() {}

  /**
   * Makes it.
   *
   * @param debs the packages
   * @param scratch a directory that is not there yet
   */
  static void load(Docker docker, Path debs, Path scratch, String reference) throws IOException {
    Path root = Files.createDirectories(scratch.resolve("root"));
    try (Stream<Path> packages = Files.list(debs)) {
      for (Path deb : (Iterable<Path>) packages::iterator) {
        Tool.named("dpkg-deb").run("--extract", deb.toString(), root.toString());
      }
    }
    Tool.named("mkdir").run("--mode=1777", root.resolve("tmp").toString());
    Tool.named("sh").run("-c", LINK, root.toString());
    // No package says that it is installed, for none was.
    Tool.named("rm").run("-r", root.resolve("var").toString());
    Path layer = scratch.resolve("layer.tar");
    Tool.named("tar").run("--create", "--file=" + layer, "--directory=" + root, ".");
    String digest = Tool.named("sha256sum").run(layer.toString()).substring(0, 64);
    Files.writeString(scratch.resolve("config.json"), CONFIG.formatted(HOME, digest));
    Files.writeString(scratch.resolve("manifest.json"), MANIFEST.formatted(reference));
    Path archive = scratch.resolve("archive.tar");
    Tool.named("tar")
        .with("--create", "--file=" + archive, "--directory=" + scratch)
        .run("manifest.json", "config.json", "layer.tar");
    docker.client().run("load", "--input", archive.toString());
    Tool.named("rm").run("-r", scratch.toString());
  }
}
