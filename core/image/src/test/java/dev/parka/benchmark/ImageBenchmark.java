package dev.parka.benchmark;

import dev.parka.runtime.cache.CacheEntry;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.Housekeeping;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.tree.Removal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * How long an image takes, from the start of a process to its end, with Parka and with Jib, in
 * turns: the same classes and jars, on a base of the same content, to a tar. Jib's base comes from
 * a registry on the loopback interface and lies in Jib's cache; Parka's, the run-time image and
 * what lies under it, in Parka's.
 */
final class ImageBenchmark {

  private static final int BASE_LAYERS = 2;

  /** For Parka's JVM, none by default. */
  private static final List<String> FLAGS =
      Stream.of(System.getProperty("parka.flags", "").split(" "))
          .filter(flag -> !flag.isEmpty())
          .toList();

  private final Path directory;
  private final String mainClass;
  private final String jibClassPath;
  private final Path cli;
  private final Path classes;
  private final Path libraries;
  private final Path jar;
  private final UserCache cache;
  private Set<String> base = Set.of();
  private int changes;

  private ImageBenchmark(Path directory, String[] args) throws IOException {
    this.directory = directory;
    this.cli = Path.of(args[1]).toAbsolutePath();
    this.libraries = Path.of(args[3]).toAbsolutePath();
    this.mainClass = args[4];
    this.jibClassPath = args[5];
    this.classes = Files.createDirectory(directory.resolve("classes"));
    this.jar = directory.resolve("application.jar");
    this.cache = new UserCache(directory.resolve("cache"));
    unzip(Path.of(args[2]));
  }

  /** What is different since the last build. */
  private enum Case {
    COLD,
    CLASS_CHANGED,
    NOTHING_CHANGED
  }

  private record Figures(List<Double> millis, List<Long> kilobytes) {
    Figures() {
      this(new ArrayList<>(), new ArrayList<>());
    }
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
      new ImageBenchmark(directory, args).measure(Integer.parseInt(args[0]));
    } finally {
      Removal.of(directory);
    }
  }

  private void measure(int rounds) throws Exception {
    change();
    Path layout = directory.resolve("layout");
    Child.of(parka(layout + "/"), environment(), log()).requireGood(log());
    Map<Case, Figures> parka = new EnumMap<>(Case.class);
    Map<Case, Figures> jib = new EnumMap<>(Case.class);
    try (LoopbackRegistry registry =
        new LoopbackRegistry(layout, BASE_LAYERS, directory.resolve("registry"))) {
      base = registry.layers();
      for (int round = 0; round <= rounds; round++) {
        for (Case what : Case.values()) {
          prepare(what);
          Child ours = Child.of(parka(directory.resolve("parka.tar")), environment(), log());
          ours.requireGood(log());
          Child theirs =
              Child.of(jib(registry.reference(), directory.resolve("jib.tar")), Map.of(), log());
          theirs.requireGood(log());
          // The first round fills the caches.
          if (round > 0) {
            add(parka, what, ours);
            add(jib, what, theirs);
          }
        }
      }
    }
    print(parka, jib);
  }

  private static void add(Map<Case, Figures> figures, Case what, Child child) {
    Figures some = figures.computeIfAbsent(what, key -> new Figures());
    some.millis().add(child.millis());
    some.kilobytes().add(child.kilobytes());
  }

  private void prepare(Case what) throws IOException {
    if (what == Case.NOTHING_CHANGED) {
      return;
    }
    change();
    if (what == Case.COLD) {
      Removal.of(directory.resolve("jib/application"));
      for (CacheEntry entry : new Housekeeping(cache).entries()) {
        Path file = entry.file();
        boolean isBase = base.contains("" + file.getParent().getFileName() + file.getFileName());
        if (entry.kind() == CacheKind.MODULE_LIST
            || (entry.kind() == CacheKind.LAYER_BLOB && !isBase)) {
          Files.delete(file);
        }
      }
    }
  }

  /** Gives the main class another field, and packs the classes anew. */
  private void change() throws IOException {
    Path file = classes.resolve(mainClass.replace('.', '/') + ".class");
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(Files.readAllBytes(file)).accept(writer, 0);
    writer.visitField(Opcodes.ACC_PRIVATE, "change" + changes++, "I", null, null).visitEnd();
    Files.write(file, writer.toByteArray());
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path one : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        zip.putNextEntry(new ZipEntry(classes.relativize(one).toString()));
        Files.copy(one, zip);
      }
    }
  }

  private void unzip(Path from) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = classes.resolve(entry.getName()).normalize();
        if (!entry.isDirectory() && file.startsWith(classes)) {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }

  private Path log() {
    return directory.resolve("log");
  }

  private Map<String, String> environment() {
    return Map.of(UserCache.VARIABLE, cache.directory().toString());
  }

  private static String java() {
    return System.getProperty("java.home") + "/bin/java";
  }

  private List<String> parka(Object output) {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(FLAGS);
    command.addAll(
        List.of(
            "-jar",
            cli.toString(),
            "build",
            "--class-path",
            jar + ":" + libraries + "/*",
            "--main-class",
            mainClass,
            "--output",
            output.toString()));
    return command;
  }

  private List<String> jib(String reference, Path output) {
    return List.of(
        java(),
        "-cp",
        jibClassPath + ":" + System.getProperty("java.class.path"),
        JibContender.class.getName(),
        reference,
        classes.toString(),
        libraries.toString(),
        mainClass,
        directory.resolve("jib").toString(),
        output.toString());
  }

  private static void print(Map<Case, Figures> parka, Map<Case, Figures> jib) {
    System.out.printf(
        Locale.ROOT, "%-16s %9s %9s %7s %9s %9s%n", "", "Parka", "Jib", "ratio", "Parka", "Jib");
    for (Case what : Case.values()) {
      Figures ours = parka.get(what);
      Figures theirs = jib.get(what);
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < ours.millis().size(); i++) {
        ratios.add(ours.millis().get(i) / theirs.millis().get(i));
      }
      System.out.printf(
          Locale.ROOT,
          "%-16s %6.0f ms %6.0f ms %7.2f %6d MB %6d MB%n",
          what.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          median(ours.millis()),
          median(theirs.millis()),
          median(ratios),
          median(ours.kilobytes()) / 1024,
          median(theirs.kilobytes()) / 1024);
    }
  }

  private static <T extends Comparable<T>> T median(List<T> values) {
    return values.stream().sorted().collect(Collectors.toList()).get(values.size() / 2);
  }
}
