package com.example.petstore.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Stands in for the images that the golden cases name, none of which can be pulled here: made from
 * this machine's JDK, build tools and libraries, with the programs that Dockerfiles may count on.
 */
final class StandInImages {

  private static final int VERSION = Runtime.version().feature();
  private static final String JDK = "eclipse-temurin:" + VERSION + "-jdk";
  private static final String MAVEN = "maven:3-eclipse-temurin-" + VERSION;
  private static final String GRADLE = "gradle:jdk" + VERSION;

  /** What Debian's Gradle runs on. */
  private static final int LAST_JDK_OF_GRADLE = 17;

  /**
   * Maven's own script asks for more programs than there are; it compiles little, so compile less.
   */
  private static final String START_MAVEN =
      """
      #!/bin/sh
      home=/usr/share/maven
      exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \\
        -cp "$(echo $home/boot/plexus-classworlds-*.jar)" \\
        -Dclassworlds.conf=$home/bin/m2.conf -Dmaven.home=$home -Dmaven.conf=$home/conf \\
        "-Dmaven.multiModuleProjectDirectory=$PWD" \\
        org.codehaus.plexus.classworlds.launcher.Launcher "$@"
      """;

  /** And so does Gradle's. */
  private static final String START_GRADLE =
      """
      #!/bin/sh
      exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --add-opens java.base/java.lang=ALL-UNNAMED \\
        -cp "$(echo /usr/share/gradle/lib/gradle-launcher-*.jar)" org.gradle.launcher.GradleMain "$@"
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

  /** What keeps images. */
  interface Engine {

    /** A client that knows the commands import and tag. */
    Tool client();

    /** Builds an image of a context. */
    void build(Path context, Path file, String tag) throws IOException;
  }

  /** Whether there is a Gradle here that runs on the JDK of this test. */
  static boolean haveGradle() {
    return VERSION <= LAST_JDK_OF_GRADLE && Tool.find("gradle").isPresent();
  }

  /** Gathers in a new directory what they are made of, but for what Maven has fetched. */
  static StandInImages gather(Path directory) throws IOException {
    StandInImages images = new StandInImages(Files.createDirectory(directory));
    Path root = images.root();
    StandInJdk.layOut(root);
    images.pack("jdk.tar", root, ".");
    images.pack("base.tar", root, "--exclude=./opt", ".");
    images.pack("libraries.tar", root, "--exclude=./opt", "--exclude=./usr/bin/*", ".");
    if (haveGradle()) {
      images.gatherGradle();
    }
    Path busybox = Files.createDirectory(directory.resolve("with-busybox"));
    Files.copy(Path.of(Tool.named("busybox").command().get(0)), busybox.resolve("busybox"));
    return images;
  }

  /** The root file system of the JDK's image. */
  Path root() {
    return directory.resolve("root");
  }

  /** Makes all of them. */
  void build(Engine engine) throws IOException {
    String home = StandInJdk.HOME;
    String path = "ENV PATH=" + home + "/bin:/usr/sbin:/usr/bin";
    importRoot(engine, "jdk.tar", JDK, "--change=ENV JAVA_HOME=" + home, "--change=" + path);
    importRoot(engine, "base.tar", "debian:12-slim");
    importRoot(
        engine, "libraries.tar", "gcr.io/distroless/base-debian12:nonroot", "--change=USER 65532");
    String add = "FROM " + JDK + "\nADD added.tar /\n";
    build(engine, "with-maven", add, MAVEN);
    engine.client().run("tag", MAVEN, "acme/builder:1");
    if (haveGradle()) {
      build(engine, "with-gradle", add, GRADLE);
    }
    build(engine, "with-busybox", BUSYBOX.formatted(JDK), "cgr.dev/chainguard/jdk:latest");
  }

  private void importRoot(Engine engine, String tar, String name, String... changes)
      throws IOException {
    engine.client().with("import").with(changes).run(directory.resolve(tar).toString(), name);
  }

  private void build(Engine engine, String context, String text, String tag) throws IOException {
    Path file = Files.createTempFile(directory, "Dockerfile", "");
    Files.writeString(file, text);
    engine.build(directory.resolve(context), file, tag);
  }

  /** Gathers Maven, with a repository that holds all that it needs. */
  void gatherMaven(Path repository) throws IOException {
    Path root = Files.createDirectory(directory.resolve("maven"));
    Path home = Path.of(Tool.named("mvn").command().get(0)).toRealPath().getParent().getParent();
    Path share = Files.createDirectories(root.resolve("usr/share"));
    Tool.named("cp").run("-rL", home.toString(), share.resolve("maven").toString());
    Files.writeString(share.resolve("maven/conf/settings.xml"), OFFLINE);
    start(root, "mvn", START_MAVEN);
    // Renamed and not copied: nobody else wants it.
    Files.move(repository, root.resolve("repository"));
    Files.createDirectory(directory.resolve("with-maven"));
    pack("with-maven/added.tar", root, ".");
  }

  /** Debian's Gradle and its jars lie where they say that they lie. */
  private void gatherGradle() throws IOException {
    Path root = Files.createDirectory(directory.resolve("gradle"));
    start(root, "gradle", START_GRADLE);
    Files.createDirectory(directory.resolve("with-gradle"));
    pack(
        "with-gradle/added.tar",
        root,
        "./usr/bin/gradle",
        "--directory=/",
        "./usr/share/gradle",
        "./usr/share/java");
  }

  private static void start(Path root, String name, String script) throws IOException {
    Path programs = Files.createDirectories(root.resolve("usr/bin"));
    Path launcher = Files.writeString(programs.resolve(name), script);
    Tool.named("chmod").run("755", launcher.toString());
  }

  private void pack(String name, Path root, String... what) throws IOException {
    Tool.named("tar")
        .with("--create", "--file=" + directory.resolve(name), "--owner=0", "--group=0")
        .with("--directory=" + root)
        .run(what);
  }
}
