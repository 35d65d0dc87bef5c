package dev.parka.cli;

import dev.parka.annotations.Strip;
import dev.parka.runtime.modules.NearMisses;
import dev.parka.runtime.strip.StripKind;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is left out of the run-time image, as options. */
final class StripOptions {

  @Option(
      names = "--strip",
      split = ",",
      paramLabel = "<thing>",
      converter = StripConverter.class,
      description = {
        "What to leave out of the run-time image beside what is left out anyway:",
        "unreferenced-classes. See docs/stripping.md."
      })
  List<Strip> strip = new ArrayList<>();

  @Option(
      names = "--keep",
      split = ",",
      paramLabel = "<thing>",
      converter = StripConverter.class,
      description = {
        "What not to leave out: java-debug-attributes, native-symbols,",
        "native-debug-information, native-unwind-tables, man-pages, headers, jrt-fs,",
        "class-list, launchers, legal-notices, native-libraries."
      })
  List<Strip> keep = new ArrayList<>();

  @Option(
      names = "--compress-modules",
      description = "Compresses the JDK's classes: smaller unpacked, larger on the wire.")
  boolean compressModules;

  /** For picocli. */
  StripOptions() {}

  /** Reads a word such as {@code native-symbols}. */
  static final class StripConverter implements ITypeConverter<Strip> {

    /** For picocli. */
    StripConverter() {}

    @Override
    public Strip convert(String text) {
      return StripKind.ofWord(text)
          .map(kind -> Strip.valueOf(kind.name()))
          .orElseThrow(() -> new TypeConversionException(message(text)));
    }

    private static String message(String text) {
      List<String> words = StripKind.words();
      return "'"
          + text
          + "' is nothing that can be stripped; "
          + NearMisses.question(text, words, "it takes " + String.join(", ", words));
    }
  }
}
