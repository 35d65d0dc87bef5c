package dev.parka.verify.jvm;

import dev.parka.oci.ArchiveConfig;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.verify.evidence.ImageEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a container's {@code java} is told.
 *
 * @param launcher the launcher's own path, links followed; empty if the image does not have it
 * @param flags all flags, from the entrypoint, from argument files and from variables
 * @param classPath the entries of the module path, if there is one, and of the class path, as
 *     absolute paths
 * @param target what is launched
 * @param missingFiles argument files that the image does not have
 */
public record JavaCommand(
    Optional<ImagePath> launcher,
    List<JavaFlag> flags,
    List<String> classPath,
    Optional<Target> target,
    List<String> missingFiles) {

  private static final String ENTRYPOINT = "config.Entrypoint";
  private static final List<String> VARIABLES =
      List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");
  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash");
  private static final Pattern SCRIPT = Pattern.compile("-[a-z]*c");
  private static final Set<String> CLASS_PATH = Set.of("-cp", "-classpath", "--class-path");
  private static final Set<String> MODULE_PATH = Set.of("-p", "--module-path");
  private static final Set<String> WITH_VALUE =
      Set.of(
          "--upgrade-module-path",
          "--add-modules",
          "--add-opens",
          "--add-exports",
          "--add-reads",
          "--limit-modules",
          "--patch-module",
          "--enable-native-access",
          "--describe-module",
          "-d");

  /** Copies the lists. */
  public JavaCommand {
    flags = List.copyOf(flags);
    classPath = List.copyOf(classPath);
    missingFiles = List.copyOf(missingFiles);
  }

  /**
   * What is launched.
   *
   * @param kind a main class, a jar, or a module
   * @param name the class, the jar's absolute path, or the module
   */
  public record Target(Kind kind, String name) {

    /** What a name names. */
    public enum Kind {
      /** A class of the class path. */
      MAIN_CLASS,
      /** A jar that names its main class itself. */
      JAR,
      /** A module, perhaps with a class. */
      MODULE
    }
  }

  /** The texts that have to be kept for a command to be read: its argument files. */
  public static Set<String> files(ArchiveConfig.Container container) {
    Set<String> files = new TreeSet<>();
    words(container)
        .forEach(
            word -> {
              if (word.startsWith("@") && word.length() > 1) {
                files.add(absolute(container, word.substring(1)));
              }
            });
    for (String variable : container.environment()) {
      for (String word : variable.substring(variable.indexOf('=') + 1).split("\\s+", -1)) {
        if (word.startsWith("@") && word.length() > 1) {
          files.add(absolute(container, word.substring(1)));
        }
      }
    }
    return files;
  }

  /** Reads the command of a container; empty if it does not start {@code java}. */
  public static Optional<JavaCommand> of(
      ArchiveConfig.Container container, ImageEvidence evidence) {
    Optional<ShellCommand> shell = shellCommand(container);
    List<String> words = shell.map(ShellCommand::words).orElseGet(() -> words(container));
    int java = 0;
    while (java < words.size() && !isJava(words.get(java))) {
      java++;
    }
    if (java == words.size()) {
      return Optional.empty();
    }
    Reader reader = new Reader(container, evidence::text, shell.isPresent());
    for (String name : VARIABLES) {
      variable(container, name)
          .ifPresent(value -> reader.flagsOf(ArgumentFile.words(value), "config.Env." + name));
    }
    List<String> said = words.subList(java + 1, words.size());
    if (shell.isPresent() && !shell.get().isFirst()) {
      // What ran before may have gone to another directory, or have made what this one is told.
      reader.flagsOf(said, ENTRYPOINT);
    } else {
      reader.read(said);
    }
    return Optional.of(
        new JavaCommand(
            launcher(words.get(java), container, evidence),
            reader.flags,
            reader.path(),
            Optional.ofNullable(reader.target),
            reader.missing));
  }

  /** The value of a variable. */
  public static Optional<String> variable(ArchiveConfig.Container container, String name) {
    return container.environment().stream()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1))
        .reduce((first, last) -> last);
  }

  private static boolean isJava(String word) {
    return word.equals("java") || word.endsWith("/java");
  }

  /** The command that starts {@code java} in what {@code sh -c} is told. */
  private static Optional<ShellCommand> shellCommand(ArchiveConfig.Container container) {
    List<String> words = plainWords(container);
    for (int i = 1; i + 1 < words.size() && isShell(words.get(0)); i++) {
      if (SCRIPT.matcher(words.get(i)).matches()) {
        return ShellCommand.find(words.get(i + 1), "java", name -> variable(container, name));
      }
    }
    return Optional.empty();
  }

  private static boolean isShell(String word) {
    return SHELLS.contains(word.substring(word.lastIndexOf('/') + 1));
  }

  private static List<String> plainWords(ArchiveConfig.Container container) {
    List<String> words = new ArrayList<>(container.process().entrypoint());
    words.addAll(container.process().arguments());
    return words;
  }

  private static List<String> words(ArchiveConfig.Container container) {
    List<String> words = plainWords(container);
    if (words.isEmpty() || !isShell(words.get(0))) {
      return words;
    }
    List<String> split = new ArrayList<>();
    words.forEach(word -> split.addAll(ArgumentFile.words(word)));
    return split;
  }

  private static String absolute(ArchiveConfig.Container container, String path) {
    String directory = container.process().workingDirectory();
    return path.startsWith("/")
        ? path
        : (directory.endsWith("/") ? directory : directory + "/") + path;
  }

  private static Optional<ImagePath> launcher(
      String word, ArchiveConfig.Container container, ImageEvidence evidence) {
    List<String> places = new ArrayList<>();
    if (word.contains("/")) {
      places.add(absolute(container, word));
    } else {
      String path =
          variable(container, "PATH")
              .orElse("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
      for (String directory : path.split(":", -1)) {
        places.add(directory + "/" + word);
      }
    }
    return places.stream()
        .flatMap(place -> evidence.real(place).stream())
        .map(entry -> entry.path())
        .findFirst();
  }

  /** Reads words one after another. */
  private static final class Reader {

    private final ArchiveConfig.Container container;
    private final Function<String, Optional<String>> texts;
    private final List<JavaFlag> flags = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private List<String> classPath;
    private List<String> modulePath = List.of();
    private final boolean isShell;
    private boolean isSure = true;
    private @Nullable Target target;

    Reader(
        ArchiveConfig.Container container,
        Function<String, Optional<String>> texts,
        boolean isShell) {
      this.container = container;
      this.texts = texts;
      this.isShell = isShell;
      this.classPath = variable(container, "CLASSPATH").map(this::entries).orElse(List.of());
    }

    void flagsOf(List<String> words, String origin) {
      for (String word : words) {
        if (word.startsWith("@") && word.length() > 1) {
          flagsOf(file(word), absolute(container, word.substring(1)));
        } else if (word.startsWith("-")) {
          flags.add(flag(word, origin));
        }
      }
    }

    void read(List<String> words) {
      List<JavaFlag> all = new ArrayList<>();
      for (String word : words) {
        if (word.startsWith("@") && word.length() > 1) {
          String origin = absolute(container, word.substring(1));
          file(word).forEach(w -> all.add(flag(w, origin)));
        } else {
          all.add(flag(word, ENTRYPOINT));
        }
      }
      for (int i = 0; i < all.size() && target == null; i++) {
        String word = all.get(i).text();
        String value = i + 1 < all.size() ? all.get(i + 1).text() : "";
        if (CLASS_PATH.contains(word)) {
          classPath = entries(value);
          i++;
        } else if (word.startsWith("--class-path=")) {
          classPath = entries(word.substring("--class-path=".length()));
        } else if (MODULE_PATH.contains(word)) {
          modulePath = entries(value);
          i++;
        } else if (word.startsWith("--module-path=")) {
          modulePath = entries(word.substring("--module-path=".length()));
        } else if (word.equals("-jar")) {
          target = new Target(Target.Kind.JAR, absolute(container, value));
          classPath = isUnknown(value) ? List.of() : List.of(absolute(container, value));
        } else if (word.equals("-m") || word.equals("--module")) {
          target = new Target(Target.Kind.MODULE, value);
        } else if (WITH_VALUE.contains(word)) {
          flags.add(flag(word + "=" + value, all.get(i).origin()));
          i++;
        } else if (word.startsWith("-")) {
          flags.add(all.get(i));
        } else if (isUnknown(word)) {
          // More flags, or what is launched.
          isSure = false;
        } else if (!isSure) {
          break;
        } else {
          target = new Target(Target.Kind.MAIN_CLASS, word.replace('/', '.'));
        }
      }
    }

    /** A shell reads its own command; what variables and files hold goes to the JVM as it is. */
    private JavaFlag flag(String word, String origin) {
      return new JavaFlag(word, origin, !origin.equals(ENTRYPOINT) || !isUnknown(word));
    }

    private boolean isUnknown(String word) {
      return isShell && ShellCommand.isUnknown(word);
    }

    private List<String> path() {
      List<String> all = new ArrayList<>(modulePath);
      all.addAll(classPath);
      return all;
    }

    private List<String> file(String word) {
      String path = absolute(container, word.substring(1));
      Optional<String> text = texts.apply(path);
      if (text.isEmpty()) {
        missing.add(path);
      }
      return text.map(ArgumentFile::words).orElse(List.of());
    }

    private List<String> entries(String path) {
      if (isUnknown(path)) {
        return List.of();
      }
      List<String> entries = new ArrayList<>();
      for (String entry : path.split(":", -1)) {
        if (!entry.isEmpty()) {
          entries.add(absolute(container, entry));
        }
      }
      return entries;
    }
  }
}
