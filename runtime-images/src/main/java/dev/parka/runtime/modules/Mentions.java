package dev.parka.runtime.modules;

import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.classes.ApplicationSource;
import dev.parka.runtime.classes.DamagedFileException;
import dev.parka.runtime.classes.SourceFile;
import dev.parka.runtime.reach.ClassNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classes that files on the class path name; {@code mentions.txt} says which files count. */
final class Mentions {

  private static final List<Glob> FILES =
      WordList.lines("mentions.txt").stream().map(Glob::of).toList();

  /** How what a flag mentions begins; a user meant it. */
  static final String FLAG = "the flag ";

  /** Longer files are data. */
  private static final long LONGEST = 1L << 20;

  private static final List<String> FOLDERS = List.of("BOOT-INF/classes/", "WEB-INF/classes/");
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_$][\\w$]*+(?:[./][A-Za-z_$][\\w$]*+)++");

  private final ApplicationClasses application;
  private final SortedMap<String, String> ofApplication = new TreeMap<>();
  private final SortedMap<String, String> others = new TreeMap<>();

  private Mentions(ApplicationClasses application) {
    this.application = application;
  }

  /** Reads the files. */
  static Mentions in(ApplicationClasses application) {
    Mentions mentions = new Mentions(application);
    for (ApplicationSource source : application.sources()) {
      for (SourceFile file : source.documents()) {
        if (file.size() <= LONGEST && counts(file.name())) {
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

  /** Names that are none of the application's, perhaps classes of the JDK. */
  SortedMap<String, String> others() {
    return others;
  }

  /** Adds the classes that a text names. */
  void read(String text, String by) {
    Matcher names = NAME.matcher(text);
    while (names.find()) {
      String name = ClassNames.internal(names.group());
      if (name != null) {
        SortedMap<String, String> to = application.has(name) ? ofApplication : others;
        to.merge(name, by, (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
  }

  private void read(ApplicationSource source, SourceFile file) {
    try {
      byte[] bytes = source.files().read(file);
      read(new String(bytes, StandardCharsets.ISO_8859_1), file.name() + " of " + source.name());
    } catch (DamagedFileException | IOException e) {
      // Whoever needs the file will say so; class files and services are told of.
    }
  }

  private static boolean counts(String path) {
    for (String folder : FOLDERS) {
      if (path.startsWith(folder)) {
        return counts(path.substring(folder.length()));
      }
    }
    for (Glob glob : FILES) {
      if (glob.matches(path)) {
        return true;
      }
    }
    return false;
  }
}
