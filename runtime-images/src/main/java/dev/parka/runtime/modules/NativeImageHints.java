package dev.parka.runtime.modules;

import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.classes.ApplicationSource;
import dev.parka.runtime.classes.DamagedFileException;
import dev.parka.runtime.classes.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The classes that reflection may look for, as jars tell GraalVM's native-image in {@code
 * META-INF/native-image}. Entries with a condition are left to what holds the condition: whoever
 * looks for a class by its name has the name. Source: "Reachability Metadata" of the GraalVM
 * reference manual.
 */
final class NativeImageHints {

  private static final String FOLDER = "META-INF/native-image/";
  private static final long LONGEST = 4L << 20;

  /** A string, or a bracket. */
  private static final Pattern TOKEN = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"|[\\[\\]{}]");

  private final ApplicationClasses application;
  private final SortedMap<String, String> classes = new TreeMap<>();

  private NativeImageHints(ApplicationClasses application) {
    this.application = application;
  }

  static NativeImageHints in(ApplicationClasses application) {
    NativeImageHints hints = new NativeImageHints(application);
    for (ApplicationSource source : application.sources()) {
      for (SourceFile file : source.documents()) {
        if (file.name().startsWith(FOLDER)
            && file.name().endsWith(".json")
            && file.size() <= LONGEST) {
          hints.read(source, file);
        }
      }
    }
    return hints;
  }

  /** Classes of the application by internal name, each with the file that names it. */
  SortedMap<String, String> classes() {
    return classes;
  }

  private void read(ApplicationSource source, SourceFile file) {
    try {
      String text = new String(source.files().read(file), StandardCharsets.UTF_8);
      read(text, file.name() + " of " + source.name());
    } catch (DamagedFileException | IOException e) {
      // Nothing but a build of a native image needs the file.
    }
  }

  /**
   * Entries are in an array: the outermost in files of one kind of entry, else one in an object.
   * All classes count that an entry names: its own, and those that its methods take.
   */
  private void read(String json, String by) {
    Set<String> names = new TreeSet<>();
    boolean conditional = false;
    int depth = 0;
    int outside = 0;
    Matcher tokens = TOKEN.matcher(json);
    while (tokens.find()) {
      String text = tokens.group(1);
      if (text == null) {
        if (outside == 0) {
          outside = tokens.group().equals("[") ? 1 : 2;
        }
        depth += "[{".contains(tokens.group()) ? 1 : -1;
        if (depth <= outside) {
          if (!conditional) {
            names.forEach(name -> classes.putIfAbsent(name, by));
          }
          names.clear();
          conditional = false;
        }
      } else if (text.startsWith("typeReach")) {
        conditional = true;
      } else if (application.has(text.replace('.', '/'))) {
        names.add(text.replace('.', '/'));
      }
    }
  }
}
