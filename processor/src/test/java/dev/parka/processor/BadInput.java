package dev.parka.processor;

import dev.parka.runtime.modules.ModuleInference;
import dev.parka.runtime.modules.ReferenceInference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;

/**
 * A source that does not compile without complaint. At the end of a line, {@code // error: …} or
 * {@code // warning: …} is what must be said of that line, with {@code \\} before {@code u}
 * doubled, lest javac reads it; {@code // nowhere error: …} is said of no line; {@code // options:
 * …} are options of the compiler; {@code // release: …} is the Java that it is compiled for; {@code
 * // fault: …} is what the inference throws.
 *
 * @param name the file's name, which begins with the ID that it is about
 * @param text what is in it
 */
record BadInput(String name, String text) {

  private static final Pattern DIRECTIVE =
      Pattern.compile("// (nowhere )?(error|warning|options|release|fault): (.*?)(?= // |$)");

  /**
   * What must be said.
   *
   * @param line from 1; -1 for no line
   */
  record Expectation(Diagnostic.Kind kind, long line, String message) {}

  private record Directive(long line, String name, String value) {}

  static List<BadInput> all() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/bad"))) {
      List<BadInput> inputs = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        inputs.add(new BadInput(file.getFileName().toString(), Files.readString(file)));
      }
      return inputs;
    }
  }

  /** The ID that the input is about: {@code BadText-label.java} is about {@code BadText}. */
  String id() {
    return name.replaceAll("(-.*)?\\.java", "");
  }

  List<Expectation> expectations() {
    return directives().stream()
        .filter(d -> d.name().equals("error") || d.name().equals("warning"))
        .map(
            d ->
                new Expectation(
                    Diagnostic.Kind.valueOf(d.name().toUpperCase(Locale.ROOT)),
                    d.line(),
                    d.value().replace("\\\\u", "\\u")))
        .toList();
  }

  /** 17 unless the input asks for another. */
  int release() {
    return directives().stream()
        .filter(d -> d.name().equals("release"))
        .findFirst()
        .map(d -> Integer.parseInt(d.value()))
        .orElse(17);
  }

  List<String> options() {
    return directives().stream()
        .filter(d -> d.name().equals("options"))
        .flatMap(d -> Stream.of(d.value().split(" ", -1)))
        .toList();
  }

  ModuleInference inference() {
    return directives().stream()
        .filter(d -> d.name().equals("fault"))
        .findFirst()
        .<ModuleInference>map(
            d ->
                request -> {
                  throw new IllegalStateException(d.value());
                })
        .orElseGet(ReferenceInference::new);
  }

  private List<Directive> directives() {
    List<Directive> directives = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = DIRECTIVE.matcher(lines.get(i));
      while (matcher.find()) {
        long line = matcher.group(1) == null ? i + 1 : Diagnostic.NOPOS;
        directives.add(new Directive(line, matcher.group(2), matcher.group(3)));
      }
    }
    return directives;
  }

  @Override
  public String toString() {
    return name;
  }
}
