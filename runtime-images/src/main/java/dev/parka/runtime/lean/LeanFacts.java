package dev.parka.runtime.lean;

import dev.parka.runtime.classes.ApplicationSource;
import dev.parka.runtime.classes.MemberReference;
import dev.parka.runtime.classes.SourceFile;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.ReachedApplication;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What conditions ask about an application. */
final class LeanFacts {

  private static final Pattern CHARSET = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9+.:_]{1,40}");

  /** The charsets that always stay. */
  private static final Set<String> COMMON =
      Set.of(
          "UTF-8",
          "UTF-16",
          "UTF-16BE",
          "UTF-16LE",
          "UTF-32",
          "UTF-32BE",
          "UTF-32LE",
          "US-ASCII",
          "ISO-8859-1",
          "ISO-8859-15",
          "windows-1252",
          "CESU-8");

  private final Set<String> types = new TreeSet<>();
  private final TreeSet<String> members = new TreeSet<>();
  private final TreeSet<String> ownMembers = new TreeSet<>();
  private final Set<String> texts = new TreeSet<>();
  private final Set<ModuleName> modules;
  private final List<String> flags;
  private final boolean isSigned;

  LeanFacts(ReachedApplication application, Set<ModuleName> modules, List<String> flags) {
    this.modules = modules;
    this.flags = flags;
    application
        .executed()
        .code()
        .forEach(
            (name, code) -> {
              types.addAll(code.types());
              texts.addAll(code.strings());
              for (MemberReference member : code.members()) {
                String text = member.owner() + "." + member.signature();
                members.add(text);
                if (application.isOwn(name)) {
                  ownMembers.add(text);
                }
              }
            });
    this.isSigned = application.classes().sources().stream().anyMatch(LeanFacts::isSigned);
  }

  private static boolean isSigned(ApplicationSource source) {
    for (SourceFile file : source.documents()) {
      String name = file.name().toUpperCase(Locale.ROOT);
      if (name.startsWith("META-INF/") && name.endsWith(".SF")) {
        return true;
      }
    }
    return false;
  }

  boolean anyHolds(List<String> conditions) {
    return conditions.stream().anyMatch(this::holds);
  }

  private boolean holds(String condition) {
    int space = condition.indexOf(' ');
    String kind = space < 0 ? condition : condition.substring(0, space);
    String value = condition.substring(space + 1);
    return switch (kind) {
      case "use" -> uses(value);
      case "own" -> usesOwn(value);
      case "text" -> texts.stream().anyMatch(text -> text.startsWith(value));
      case "module" -> modules.contains(new ModuleName(value));
      case "flag" -> flags.stream().anyMatch(flag -> flag.contains(value));
      case "charset" -> texts.stream().anyMatch(LeanFacts::isRareCharset);
      case "signed" -> isSigned;
      default -> throw new IllegalStateException("no condition: " + condition);
    };
  }

  private static boolean isRareCharset(String text) {
    try {
      return CHARSET.matcher(text).matches()
          && Charset.isSupported(text)
          && !COMMON.contains(Charset.forName(text).name());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean uses(String text) {
    return uses(text, members, types);
  }

  private boolean usesOwn(String text) {
    return uses(text, ownMembers, Set.of());
  }

  private static boolean uses(String text, NavigableSet<String> members, Set<String> types) {
    int end = text.indexOf('(') < 0 ? text.length() : text.indexOf('(');
    int dot = text.indexOf('.', text.lastIndexOf('/', end));
    if (dot >= 0) {
      String next = members.ceiling(text);
      return next != null && next.startsWith(text);
    }
    return text.endsWith("/")
        ? types.stream().anyMatch(type -> type.startsWith(text))
        : types.contains(text);
  }
}
