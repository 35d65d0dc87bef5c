package dev.parka.runtime.trace;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.modules.ModuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder below {@code golden/trace} has lines of a JVM's log in {@code run.log}, and what is
 * read from them in {@code expected.txt}. {@code -Dgolden.update=true} writes the latter.
 */
class TraceGoldenTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/trace");

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.map(GOLDEN::relativize).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsWhatIsExpected(Path name) throws IOException {
    int feature = Integer.parseInt(name.toString().split("-", -1)[1]);
    Path folder = GOLDEN.resolve(name);
    try (ModuleCatalog catalog = Catalogs.of(feature)) {
      String read = describe(Trace.read(folder.resolve("run.log"), catalog));
      Path expected = folder.resolve("expected.txt");
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(expected, read);
      }
      assertThat(read).isEqualTo(Files.readString(expected));
    }
  }

  private static String describe(Trace trace) {
    return trace.classes().entrySet().stream()
        .map(e -> e.getKey() + "\n  " + String.join("\n  ", e.getValue()) + "\n")
        .collect(joining("", "", "boot layer: " + trace.bootLayer() + "\n"));
  }
}
