package dev.parka.runtime.modules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The signals of {@code signals.txt}, which says how it is written, that hold for one JDK. */
final class SignalTable {

  private static final String RESOURCE = "signals.txt";
  private static final int LONGEST_CHARSET = 30;

  private final Map<String, List<Condition>> groups = new HashMap<>();
  private final List<Signal> signals = new ArrayList<>();
  private final Set<String> classes = new HashSet<>();
  private final Beginnings packages = new Beginnings();
  private final Beginnings texts = new Beginnings();
  private final Beginnings begins = new Beginnings();
  private final Set<String> words = new HashSet<>();
  private final Set<String> charsets = WordList.words("charsets.txt");
  private final Set<String> languages = WordList.words("languages.txt");

  private SignalTable() {}

  /** Reads the table for a feature version. */
  static SignalTable of(int featureVersion) {
    SignalTable table = new SignalTable();
    for (String line : WordList.lines(RESOURCE)) {
      table.read(line, featureVersion);
    }
    return table;
  }

  /** All signals, in the table's order. */
  List<Signal> signals() {
    return Collections.unmodifiableList(signals);
  }

  /** Whether any signal could tell something of who refers to this class, by its internal name. */
  boolean looksAt(String className) {
    return classes.contains(className) || packages.isAtBeginOf(className);
  }

  /** Whether any signal could tell something of who has this string constant and nothing else. */
  boolean looksAtText(String text) {
    return texts.isAtBeginOf(text);
  }

  /** Whether a string constant could make any difference to any condition. */
  boolean isOfInterest(String text) {
    return words.contains(text)
        || texts.isAtBeginOf(text)
        || begins.isAtBeginOf(text)
        || text.length() == 2
        || text.length() == 5
        || (text.length() <= LONGEST_CHARSET && charsets.contains(text.toLowerCase(Locale.ROOT)));
  }

  private void read(String line, int featureVersion) {
    if (line.startsWith("@") && line.contains(" = ")) {
      List<String> group = WordList.split(line, " = ");
      groups
          .computeIfAbsent(group.get(0), name -> new ArrayList<>())
          .addAll(conditions(group.get(1), ", "));
      return;
    }
    List<String> columns = WordList.split(line, " | ");
    if (columns.size() != 5) {
      throw new IllegalStateException(RESOURCE + " has a line of another shape: " + line);
    }
    String[] versions = columns.get(2).split("-", -1);
    int from = versions[0].isEmpty() ? 0 : Integer.parseInt(versions[0]);
    int to = versions[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(versions[1]);
    if (from <= featureVersion && featureVersion <= to) {
      List<Condition> conditions = conditions(columns.get(0), " + ");
      signals.add(
          new Signal(
              conditions,
              modules(columns.get(1)),
              from,
              to,
              Signal.Sureness.valueOf(columns.get(3).toUpperCase(Locale.ROOT)),
              columns.get(4)));
      for (int i = 0; i < conditions.size(); i++) {
        note(conditions.get(i), i == 0);
      }
    }
  }

  private List<Condition> conditions(String text, String separator) {
    List<Condition> conditions = new ArrayList<>();
    for (String part : WordList.split(text, separator)) {
      conditions.add(condition(part));
    }
    return List.copyOf(conditions);
  }

  private static List<ModuleName> modules(String text) {
    List<ModuleName> modules = new ArrayList<>();
    for (String name : WordList.split(text, ", ")) {
      modules.add(new ModuleName(name));
    }
    return List.copyOf(modules);
  }

  private Condition condition(String text) {
    int space = text.indexOf(' ');
    String words = text.substring(space + 1);
    Condition.Wording wording = Condition.Wording.of(words);
    return switch (space < 0 ? text : text.substring(0, space)) {
      case "class" -> new Condition.OfClass(Condition.Wording.of(words.replace('.', '/')));
      case "member" -> new Condition.OfMember(Condition.Wording.of(member(words)));
      case "text" -> {
        if (wording.isPrefix()) {
          begins.add(wording.text());
        } else {
          this.words.add(wording.text());
        }
        yield new Condition.OfText(wording);
      }
      case "file" -> new Condition.OfFile(Glob.of(text.substring(space + 1)));
      case "charset" -> new Condition.OfWords(charsets);
      case "language" -> new Condition.OfLanguage(languages);
      default -> new Condition.Any(List.copyOf(groups.getOrDefault(text, List.of())));
    };
  }

  /** A member as {@link Facts} have it. */
  private static String member(String dotted) {
    int dot = dotted.lastIndexOf('.');
    return dotted.substring(0, dot).replace('.', '/') + dotted.substring(dot);
  }

  /** Takes note of what a class must have for a condition, to pass by all others. */
  private void note(Condition condition, boolean isFirst) {
    if (condition instanceof Condition.OfClass used) {
      if (used.name().isPrefix()) {
        packages.add(used.name().text());
      } else {
        classes.add(used.name().text());
      }
    } else if (condition instanceof Condition.OfMember used) {
      classes.add(used.name().text().substring(0, used.name().text().lastIndexOf('.')));
    } else if (condition instanceof Condition.OfText has) {
      if (isFirst) {
        texts.add(has.text().text());
      }
    } else if (condition instanceof Condition.Any any) {
      for (Condition one : any.conditions()) {
        note(one, isFirst);
      }
    } else if (isFirst && !(condition instanceof Condition.OfFile)) {
      throw new IllegalStateException(RESOURCE + " has a line that begins with mere words");
    }
  }
}
