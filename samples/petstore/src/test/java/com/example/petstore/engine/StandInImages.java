package com.example.petstore.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stands in for the images that the golden cases name, none of which can be pulled here: made from
 * this machine's JDK, Maven and libraries, with the programs that Dockerfiles may count on.
 */
final class StandInImages {

  private static final String JDK = "eclipse-temurin:" + Runtime.version().feature() + "-jdk";
  private static final String MAVEN = "maven:3-eclipse-temurin-" + Runtime.version().feature();

  /** Maven's own script asks for more programs than there are. */
  private static final String LAUNCHER =
      """
      #!/bin/sh
      home=/usr/share/maven
      exec java -cp "$(echo $home/boot/plexus-classworlds-*.jar)" \\
        -Dclassworlds.conf=$home/bin/m2.conf -Dmaven.home=$home -Dmaven.conf=$home/conf \\
        "-Dmaven.multiModuleProjectDirectory=$PWD" \\
        org.codehaus.plexus.classworlds.launcher.Launcher "$@"
      """;

  private static final String OFFLINE =
      """
      <settings>
        <mirrors>
          <mirror><id>here</id><mirrorOf>*</mirrorOf><url>file:///repository</url></mirror>
        </mirrors>
      </settings>
      """;

  /** Another implementation of every program, and no packages; ldd is a script for bash. */
  private static final String BUSYBOX =
      """
      FROM %s
      COPY busybox /usr/bin/busybox
      RUN ["/usr/bin/busybox", "sh", "-c", "cd /usr/bin && rm -r dpkg-query /var/lib/dpkg && for \\
      name in chmod cp find grep ln md5sum mkdir readlink rm rmdir sed sh sha256sum sort; do \\
      busybox ln -sf busybox $name || exit 1; done"]
      USER 65532:65532
      """;

  private final Path directory;

  private StandInImages(Path directory) {
    this.directory = directory;
  }

  /** Builds an image of a context. */
  @FunctionalInterface
  interface Builder {
    void build(Path context, Path file, String tag) throws IOException;
  }

  /** Gathers what they are made of in a new directory. */
  static StandInImages gather(Path directory, Path repository) throws IOException {
    StandInImages images = new StandInImages(Files.createDirectory(directory));
    Path root = images.root();
    StandInJdk.layOut(root);
    images.pack("jdk", root);
    images.pack("base", root, "--exclude=./opt");
    images.pack("libraries", root, "--exclude=./opt", "--exclude=./usr/bin/*");
    images.gatherMaven(repository);
    Files.copy(Path.of(Tool.named("busybox").command().get(0)), directory.resolve("busybox"));
    return images;
  }

  /** The root file system of the JDK's image. */
  Path root() {
    return directory.resolve("root");
  }

  /** Makes all of them. */
  void build(Builder builder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        JDK,
        "FROM scratch\nADD jdk.tar /\nENV JAVA_HOME=%1$s PATH=%1$s/bin:/usr/sbin:/usr/bin\n"
            .formatted(StandInJdk.HOME));
    files.put(MAVEN, "FROM " + JDK + "\nADD maven.tar /\n");
    files.put("acme/builder:1", "FROM " + MAVEN + "\n");
    files.put("cgr.dev/chainguard/jdk:latest", BUSYBOX.formatted(JDK));
    files.put("debian:12-slim", "FROM scratch\nADD base.tar /\n");
    files.put(
        "gcr.io/distroless/base-debian12:nonroot",
        "FROM scratch\nADD libraries.tar /\nUSER 65532\n");
    for (Map.Entry<String, String> image : files.entrySet()) {
      Path file = Files.writeString(directory.resolve("Dockerfile"), image.getValue());
      Files.writeString(directory.resolve(".dockerignore"), "root\n");
      builder.build(directory, file, image.getKey());
    }
  }

  private void gatherMaven(Path repository) throws IOException {
    Path root = Files.createDirectory(directory.resolve("maven"));
    Path home = Path.of(Tool.named("mvn").command().get(0)).toRealPath().getParent().getParent();
    Path share = Files.createDirectories(root.resolve("usr/share"));
    Tool.named("cp").run("-rL", home.toString(), share.resolve("maven").toString());
    Files.writeString(share.resolve("maven/conf/settings.xml"), OFFLINE);
    Path programs = Files.createDirectories(root.resolve("usr/bin"));
    Path launcher = Files.writeString(programs.resolve("mvn"), LAUNCHER);
    Tool.named("chmod").run("755", launcher.toString());
    Tool.named("cp").run("-r", repository.toString(), root.resolve("repository").toString());
    pack("maven", root);
    Tool.named("rm").run("-r", root.toString());
  }

  private void pack(String name, Path root, String... options) throws IOException {
    Tool.named("tar")
        .with("--create", "--file=" + directory.resolve(name + ".tar"), "--owner=0", "--group=0")
        .with(options)
        .run("--directory=" + root, ".");
  }
}
