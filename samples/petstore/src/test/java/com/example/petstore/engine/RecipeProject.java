package com.example.petstore.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The application of the golden cases: two Maven modules, which Gradle can build as well, built
 * once outside of any image, so that there are packaged jars, and a Maven repository that has all
 * that a build needs and no more. Beside them, the same application as modules and as an executable
 * jar.
 *
 * @param directory the build context
 * @param repository what Maven has fetched
 */
record RecipeProject(Path directory, Path repository) {

  /** Looks into the repository of whoever runs this, before anything is fetched. */
  private static final String SETTINGS =
      """
      <settings>
        <profiles>
          <profile>
            <id>near</id>
            <repositories>
              <repository><id>near</id><url>file://%1$s</url></repository>
            </repositories>
            <pluginRepositories>
              <pluginRepository><id>near</id><url>file://%1$s</url></pluginRepository>
            </pluginRepositories>
          </profile>
        </profiles>
        <activeProfiles><activeProfile>near</activeProfile></activeProfiles>
      </settings>
      """;

  /** In another order than a directory has them. */
  private static final String INDEX =
      "cd \"$0\" && for jar in BOOT-INF/lib/*; do echo \"- \\\"$jar\\\"\"; done | sort -r";

  private static final String MANIFEST =
      """
      Main-Class: org.springframework.boot.loader.launch.JarLauncher
      Start-Class: com.acme.shop.Shop
      Implementation-Title: a shop whose title is so long that it goes on in
        the next line
      Spring-Boot-Classes: BOOT-INF/classes/
      Spring-Boot-Lib: BOOT-INF/lib/
      Spring-Boot-Classpath-Index: BOOT-INF/classpath.idx
      """;

  /** Lays it out in a new directory. */
  static RecipeProject in(Path scratch) throws IOException {
    Path directory = scratch.resolve("project");
    Tool.named("cp").run("-r", "src/test/resources/recipes/project", directory.toString());
    Path tools = Files.createDirectory(directory.resolve("tools"));
    Files.copy(Path.of("../../core/image/target/parka-cli.jar"), tools.resolve("parka-cli.jar"));
    Path settings = scratch.resolve("settings.xml");
    Files.writeString(
        settings, SETTINGS.formatted(System.getProperty("user.home") + "/.m2/repository"));
    Path repository = scratch.resolve("repository");
    Tool.named("mvn")
        .withEnvironment("JAVA_HOME", System.getProperty("java.home"))
        .withEnvironment("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        .with("--batch-mode", "--no-transfer-progress", "--quiet", "--settings=" + settings)
        .with("--file=" + directory, "-Dmaven.repo.local=" + repository, "-DskipTests")
        .run(
            "dependency:go-offline",
            "package",
            "dependency:copy-dependencies",
            "-DincludeScope=runtime",
            "-DoutputDirectory=target/lib");
    Path jars = directory.resolve("shop/target/lib");
    Tool.named("cp").run("-r", jars.toString(), directory.resolve("jars").toString());
    packModules(directory, jars, scratch.resolve("modules"));
    packExecutable(directory, jars, scratch.resolve("executable"));
    // As umask 077 leaves files: the image's user could not read them.
    Tool.named("chmod").run("-R", "go=", directory.toString());
    return new RecipeProject(directory, repository);
  }

  /** The shop as a module that says what it is, of libraries of which one does not. */
  private static void packModules(Path directory, Path jars, Path scratch) throws IOException {
    Path module = Files.createDirectory(directory.resolve("modules"));
    jdkTool("javac")
        .with("--release=17", "-d", scratch.toString(), "--module-path=" + jars)
        .with("src/test/resources/recipes/module/module-info.java")
        .run(directory.resolve("shop/src/main/java/com/acme/shop/Shop.java").toString());
    jdkTool("jar")
        .run(
            "--create", "--file=" + module.resolve("acme-shop.jar"), "-C", scratch.toString(), ".");
    Tool.named("cp").run("-r", jars.toString(), module.resolve("lib").toString());
  }

  /** The shop as Spring Boot packs applications, without the launcher. */
  private static void packExecutable(Path directory, Path jars, Path scratch) throws IOException {
    Path inside = Files.createDirectories(scratch.resolve("BOOT-INF"));
    Path classes = directory.resolve("shop/target/classes");
    Tool.named("cp").run("-r", classes.toString(), inside.resolve("classes").toString());
    Tool.named("cp").run("-r", jars.toString(), inside.resolve("lib").toString());
    String index = Tool.named("sh").run("-c", INDEX, scratch.toString());
    Files.writeString(inside.resolve("classpath.idx"), index);
    Path manifest = Files.writeString(directory.resolve("manifest"), MANIFEST);
    Path jar = Files.createDirectory(directory.resolve("executable")).resolve("shop.jar");
    jdkTool("jar")
        .with("--create", "--file=" + jar, "--manifest=" + manifest)
        .run("-C", scratch.toString(), ".");
    Files.delete(manifest);
  }

  private static Tool jdkTool(String name) {
    return new Tool(List.of(System.getProperty("java.home") + "/bin/" + name), Map.of());
  }
}
