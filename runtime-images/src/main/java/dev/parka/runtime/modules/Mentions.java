package dev.parka.runtime.modules;

import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.classes.ApplicationSource;
import dev.parka.runtime.classes.DamagedFileException;
import dev.parka.runtime.classes.SourceFile;
import dev.parka.runtime.reach.ClassNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classes that files on the class path name; {@code mentions.txt} says which files count. */
final class Mentions {

  private static final List<Glob> FILES = files();

  /** Longer files are data. */
  private static final long LONGEST = 1L << 20;

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_$][\\w$]*+(?:[./][A-Za-z_$][\\w$]*+)++");

  private final ApplicationClasses application;
  private final SortedMap<String, String> ofApplication = new TreeMap<>();
  private final SortedMap<String, String> others = new TreeMap<>();
  private final SortedMap<String, String> othersInFlags = new TreeMap<>();

  private Mentions(ApplicationClasses application) {
    this.application = application;
  }

  /** Reads the files. */
  static Mentions in(ApplicationClasses application) {
    Mentions mentions = new Mentions(application);
    for (ApplicationSource source : application.sources()) {
      for (SourceFile file : source.documents()) {
        if (file.size() <= LONGEST && counts(file.launchedPath())) {
          mentions.read(source, file);
        }
      }
    }
    return mentions;
  }

  /** Classes of the application by internal name, each with the file that names it. */
  SortedMap<String, String> ofApplication() {
    return ofApplication;
  }

  /** Names in files that are none of the application's, perhaps classes of the JDK. */
  SortedMap<String, String> others() {
    return others;
  }

  /** The same in flags, which a user has meant. */
  SortedMap<String, String> othersInFlags() {
    return othersInFlags;
  }

  /** Adds the classes that the text of a file names. */
  void read(String text, String by) {
    read(text, by, others);
  }

  /** Adds the classes that a flag names. */
  void readFlag(String text, String by) {
    read(text, by, othersInFlags);
  }

  private void read(String text, String by, SortedMap<String, String> ofNobody) {
    Matcher names = NAME.matcher(text);
    while (names.find()) {
      String name = ClassNames.internal(names.group());
      if (name != null) {
        SortedMap<String, String> to = application.has(name) ? ofApplication : ofNobody;
        String before = to.get(name);
        if (before == null || before.compareTo(by) > 0) {
          to.put(name, by);
        }
      }
    }
  }

  private void read(ApplicationSource source, SourceFile file) {
    try {
      byte[] bytes = source.files().read(file);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      read(text, file.name() + " of " + source.name());
    } catch (DamagedFileException | IOException e) {
      // Whoever needs the file will say so; class files and services are told of.
    }
  }

  private static List<Glob> files() {
    List<Glob> files = new ArrayList<>();
    for (String line : WordList.lines("mentions.txt")) {
      files.add(Glob.of(line));
    }
    return List.copyOf(files);
  }

  private static boolean counts(String path) {
    for (Glob glob : FILES) {
      if (glob.matches(path)) {
        return true;
      }
    }
    return false;
  }
}
