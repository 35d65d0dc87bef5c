package dev.parka.verify;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A golden file with all that is said of each way to break an image: a line with the way, and below
 * it the findings, in which {@code #} stands for a digest.
 *
 * @param file where it lies
 */
record FindingBook(Path file) {

  private static final Path DIRECTORY = Path.of("src/test/resources/dev/parka/verify");
  private static final String TITLE = "## ";

  static FindingBook of(String name) {
    return new FindingBook(DIRECTORY.resolve(name + ".md"));
  }

  /** Whether this is what is said; with {@code -Dgolden.update=true} it is what will be. */
  void check(String way, List<Finding> findings) throws IOException {
    String said = findings.stream().map(FindingBook::line).collect(joining("\n"));
    if (Boolean.getBoolean("golden.update")) {
      write(way, said);
    }
    assertThat(said).as("the findings of '%s' in %s", way, file).isEqualTo(read().get(way));
  }

  /** Every way of which it tells. */
  SortedSet<String> ways() throws IOException {
    return new TreeSet<>(read().keySet());
  }

  private static String line(Finding finding) {
    return "- "
        + finding
            .toString()
            .replaceAll("[0-9a-f]{64}", "#")
            .replaceAll("\\S*/junit-[^/]*/image", "<image>")
            // What each JDK has its own of.
            .replaceAll("[0-9]{8,} bytes", "# bytes")
            .replaceAll("64-Bit Server VM .*", "64-Bit Server VM …");
  }

  /** Tests run beside one another, and this reads what it writes. */
  private void write(String way, String said) throws IOException {
    synchronized (FindingBook.class) {
      SortedMap<String, String> all = read();
      all.put(way, said);
      StringBuilder text = new StringBuilder();
      all.forEach(
          (name, lines) ->
              text.append(TITLE + name + "\n\n" + (lines.isEmpty() ? "" : lines + "\n\n")));
      Files.createDirectories(DIRECTORY);
      Files.writeString(file, text.toString().strip() + "\n");
    }
  }

  private SortedMap<String, String> read() throws IOException {
    SortedMap<String, String> all = new TreeMap<>();
    if (Files.exists(file)) {
      for (String part : ("\n" + Files.readString(file)).split("\n" + TITLE, -1)) {
        int end = part.indexOf('\n');
        if (end > 0) {
          all.put(part.substring(0, end), part.substring(end).strip());
        }
      }
    }
    return all;
  }
}
