package com.example.petstore.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A golden case of the command {@code dockerfile}: a folder with its options, and with what it
 * writes on each JDK. {@code -Dgolden.update=true} rewrites the latter.
 *
 * @param name the folder's
 * @param options one a line in {@code options.txt}; <code>{project}</code> is the build context
 */
record Recipe(String name, List<String> options) {

  private static final Path CASES = Path.of("src/test/resources/recipes/cases");
  private static final String MAIN_CLASS = "com.acme.shop.Shop";
  private static final String PROJECT = "{project}";
  private static final String ANY_DIGEST = "0".repeat(64);

  static List<Recipe> all() throws IOException {
    List<Recipe> recipes = new ArrayList<>();
    try (Stream<Path> folders = Files.list(CASES)) {
      for (Path folder : folders.sorted().toList()) {
        recipes.add(
            new Recipe(
                folder.getFileName().toString(),
                Files.readAllLines(folder.resolve("options.txt"))));
      }
    }
    return recipes;
  }

  static Recipe named(String name) throws IOException {
    return all().stream().filter(recipe -> recipe.name.equals(name)).findFirst().orElseThrow();
  }

  /** Whether its image runs a build tool that this machine has not. */
  boolean wantsMore() {
    return has("--build-tool=gradle") && !StandInImages.haveGradle();
  }

  /** Whether Maven makes the jar. */
  boolean isBuiltByMaven() {
    return options.stream().anyMatch(option -> option.startsWith("--build-tool=maven"));
  }

  boolean has(String option) {
    return options.contains(option);
  }

  /** What the application answers: the arguments that it was started with. */
  String greeting() {
    return options.stream()
        .filter(option -> option.startsWith("--argument="))
        .map(option -> option.substring("--argument=".length()))
        .findFirst()
        .orElse("");
  }

  /**
   * Writes the files.
   *
   * @param project the build context, which has packaged jars
   * @param directory where they go
   */
  void write(Path project, Path directory) throws IOException {
    cli()
        .with("dockerfile", "--project=" + project, "--name=shop")
        .with(application(project))
        .with(
            options.stream()
                .map(option -> option.replace(PROJECT, project.toString()))
                .toArray(String[]::new))
        .run("--output=" + directory);
  }

  /** What a case says nothing of is the packaged class path. */
  private String[] application(Path project) {
    return options.stream().anyMatch(option -> option.matches("--(class|module)-path=.*"))
        ? new String[0]
        : new String[] {"--main-class=" + MAIN_CLASS, "--class-path=" + classPath(project)};
  }

  /** The packaged application. */
  static String classPath(Path project) {
    return project.resolve("shop/target/shop.jar")
        + ":"
        + project.resolve("shop/target/lib")
        + "/*";
  }

  /** The packaged command line on the JVM of this test, with nothing remembered. */
  static Tool cli() {
    String java = System.getProperty("java.home") + "/bin/java";
    String jar = Path.of("../../core/image/target/parka-cli.jar").toAbsolutePath().toString();
    return new Tool(List.of(java, "-jar", jar), Map.of("PARKA_CACHE", "off"));
  }

  /** The files in a directory by name, as they are checked in. */
  static SortedMap<String, String> files(Path directory, String toolDigest) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          String text = Files.readString(file);
          texts.put(file.getFileName().toString(), text.replace(toolDigest, ANY_DIGEST));
        }
      }
    }
    return texts;
  }

  /** What is expected on the JDK of this test, rewritten first if that is asked for. */
  SortedMap<String, String> expected(SortedMap<String, String> generated) throws IOException {
    Path golden = CASES.resolve(name).resolve("jdk-" + Runtime.version().feature());
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden);
      for (Map.Entry<String, String> file : generated.entrySet()) {
        Files.writeString(golden.resolve(file.getKey()), file.getValue());
      }
    }
    return files(golden, ANY_DIGEST);
  }

  @Override
  public String toString() {
    return name;
  }
}
