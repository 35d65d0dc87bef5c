package dev.parka.benchmark;

import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.tree.Removal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long an image takes, from the start of a process to its end, with Parka and with Jib, in
 * turns: the same classes and jars, on a base of the same content, to a tar. Jib's base comes from
 * a registry on the loopback interface and lies in Jib's cache; Parka's, the run-time image and
 * what lies under it, in Parka's.
 */
final class ImageBenchmark {

  private static final int BASE_LAYERS = 2;

  private static final String PARKA = "java -jar parka-cli.jar";
  private static final String LAUNCHER = "parka";
  private static final String JIB = "jib-core";
  private static final String JIB_MAVEN = "mvn jib:buildTar";

  private final ImageWorkload workload;
  private final Path cli;
  private final String jibClassPath;

  private ImageBenchmark(ImageWorkload workload, Path cli, String jibClassPath) {
    this.workload = workload;
    this.cli = cli;
    this.jibClassPath = jibClassPath;
  }

  /** Arguments: rounds, parka-cli.jar, a jar, a directory of jars, main class, Jib's class path. */
  public static void main(String[] args) throws Exception {
    if (args.length != 6) {
      System.err.println(
          "give rounds, parka-cli.jar, a jar, a directory of jars, main class, Jib's class path");
      System.exit(2);
    }
    Path directory = Files.createTempDirectory("parka-benchmark");
    try {
      ImageWorkload workload =
          ImageWorkload.of(directory, Path.of(args[2]), Path.of(args[3]), args[4]);
      new ImageBenchmark(workload, Path.of(args[1]).toAbsolutePath(), args[5])
          .measure(Integer.parseInt(args[0]));
    } finally {
      Removal.of(directory);
    }
  }

  private void measure(int rounds) throws Exception {
    Path layout = workload.directory().resolve("layout");
    run(PARKA, parka(layout + "/"));
    try (LoopbackRegistry registry =
        new LoopbackRegistry(layout, BASE_LAYERS, workload.directory().resolve("registry"))) {
      Map<String, List<String>> ours = ours();
      Map<String, List<String>> theirs = theirs(registry.reference());
      Map<String, List<String>> all = new LinkedHashMap<>(ours);
      all.putAll(theirs);
      BuildTimes times = new BuildTimes();
      for (int round = 0; round <= rounds; round++) {
        for (BuildCase what : BuildCase.values()) {
          workload.prepare(what, registry.layers(), all.keySet());
          for (Map.Entry<String, List<String>> one : all.entrySet()) {
            Child child = run(one.getKey(), one.getValue());
            // The first round fills the caches.
            if (round > 0) {
              times.add(what, one.getKey(), child.millis(), child.kilobytes());
            }
          }
        }
      }
      times.print(List.copyOf(ours.keySet()), List.copyOf(theirs.keySet()));
      run(WarmBuilds.PARKA, warm(rounds, registry));
      System.out.print(Files.readString(log()));
    }
  }

  private Child run(String contender, List<String> command)
      throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of(
            UserCache.VARIABLE,
            workload.caches(contender).toString(),
            "JAVA_HOME",
            System.getProperty("java.home"));
    Child child = Child.of(command, environment, log());
    child.requireGood(log());
    return child;
  }

  private Path log() {
    return workload.directory().resolve("log");
  }

  private static String java() {
    return System.getProperty("java.home") + "/bin/java";
  }

  private Map<String, List<String>> ours() {
    Map<String, List<String>> commands = new LinkedHashMap<>();
    Path tar = workload.directory().resolve("parka.tar");
    commands.put(PARKA, parka(tar.toString()));
    Path launcher = cli.resolveSibling("parka");
    if (Files.exists(launcher)) {
      commands.put(LAUNCHER, build(List.of("sh", launcher.toString()), tar.toString()));
    }
    return commands;
  }

  private List<String> parka(String output) {
    return build(List.of(java(), "-jar", cli.toString()), output);
  }

  private List<String> build(List<String> program, String output) {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("build", "--class-path", workload.classPath()));
    command.addAll(List.of("--main-class", workload.mainClass(), "--output", output));
    return command;
  }

  private Map<String, List<String>> theirs(String base) throws IOException {
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put(JIB, jib(base));
    String maven = System.getProperty("maven", "");
    if (!maven.isEmpty()) {
      MavenProject.write(workload);
      Path caches = Files.createDirectories(workload.caches(JIB_MAVEN));
      commands.put(JIB_MAVEN, MavenProject.command(maven, workload, base, caches));
    }
    return commands;
  }

  private List<String> jib(String base) {
    return List.of(
        java(),
        "-cp",
        jibClassPath + ":" + System.getProperty("java.class.path"),
        JibContender.class.getName(),
        base,
        workload.classes().toString(),
        workload.libraries().toString(),
        workload.mainClass(),
        workload.caches(JIB).toString(),
        workload.directory().resolve("jib.tar").toString());
  }

  private List<String> warm(int rounds, LoopbackRegistry registry) {
    return List.of(
        java(),
        "-cp",
        // The command line's jar has no more of Jib than Parka needs.
        System.getProperty("java.class.path") + ":" + jibClassPath,
        WarmBuilds.class.getName(),
        String.valueOf(rounds),
        workload.directory().toString(),
        workload.libraries().toString(),
        workload.mainClass(),
        registry.reference(),
        String.join(",", registry.layers()));
  }
}
