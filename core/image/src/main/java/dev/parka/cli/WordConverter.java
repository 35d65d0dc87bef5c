package dev.parka.cli;

import dev.parka.annotations.Startup;
import dev.parka.checkin.DriftMode;
import dev.parka.runtime.Printable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of a few words.
 *
 * @param <T> what the words stand for
 */
abstract class WordConverter<T extends Enum<T>> implements ITypeConverter<T> {

  private final Map<String, T> words;

  /** A converter of a constant's name, in lower case and with hyphens. */
  WordConverter(Class<T> type) {
    words =
        Stream.of(type.getEnumConstants())
            .collect(
                Collectors.toMap(
                    WordConverter::word, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public T convert(String text) {
    T found = words.get(text);
    if (found == null) {
      String all = String.join(", ", words.keySet());
      int last = all.lastIndexOf(", ");
      throw new TypeConversionException(
          "'"
              + Printable.of(text)
              + "' is not "
              + all.substring(0, last)
              + " or "
              + all.substring(last + 2));
    }
    return found;
  }

  /** What happens to stale files. */
  static final class Drift extends WordConverter<DriftMode> {

    /** For picocli. */
    Drift() {
      super(DriftMode.class);
    }
  }

  /** A kind of start-up archive. */
  static final class StartupKind extends WordConverter<Startup> {

    /** For picocli. */
    StartupKind() {
      super(Startup.class);
    }
  }
}
