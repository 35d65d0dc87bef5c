package dev.parka.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckedInFilesTest {

  private static final String TEXT = "# Written by Parka: edit.\nFROM a\nEXPOSE 1\nUSER 1\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void saysNothingOfFilesThatAreTheSame(DriftMode mode) throws IOException {
    Files.writeString(dockerfile(), TEXT);

    assertThat(hold(TEXT, mode)).isEmpty();
    assertThat(dockerfile()).hasContent(TEXT);
  }

  @ParameterizedTest
  @EnumSource
  void doesNotMindHowLinesEnd(DriftMode mode) throws IOException {
    String checkedOut = TEXT.replace("\n", "\r\n");
    Files.writeString(dockerfile(), checkedOut);

    assertThat(hold(TEXT, mode)).isEmpty();
    assertThat(Files.readString(dockerfile())).isEqualTo(checkedOut);
  }

  @Test
  void showsTheDifference() throws IOException {
    Files.writeString(dockerfile(), TEXT.replace("EXPOSE 1", "EXPOSE 2\u001b[2J"));

    assertThat(hold(TEXT, DriftMode.FAIL))
        .extracting(Problem::toString)
        .containsExactly(
            "[StaleFile] "
                + dockerfile()
                + """
                 is not what would be generated now; do it again and check it in:
                --- Dockerfile
                +++ Dockerfile (generated now)
                @@ -1,4 +1,4 @@
                 # Written by Parka: edit.
                 FROM a
                -EXPOSE 2\\u001b[2J
                +EXPOSE 1
                 USER 1""");
    assertThat(hold(TEXT, DriftMode.WARN))
        .allSatisfy(problem -> assertThat(problem.isError()).isFalse())
        .extracting(Problem::toString)
        .allSatisfy(problem -> assertThat(problem).startsWith("[StaleFileLeft] "))
        .hasSize(1);
    assertThat(Files.readString(dockerfile())).contains("EXPOSE 2");
  }

  @Test
  void showsTheBeginOfALongDifference() throws IOException {
    Files.writeString(dockerfile(), TEXT);
    String much =
        IntStream.range(0, 500).mapToObj(i -> "ENV A" + i + "=1\n").collect(Collectors.joining());

    assertThat(hold(TEXT + much, DriftMode.FAIL))
        .extracting(Problem::fix)
        .allSatisfy(fix -> assertThat(fix).endsWith("+ENV A193=1\n… and 306 more lines"));
  }

  @Test
  void writesFilesThatAreNotThereOrStaleWhenItIsTo() throws IOException {
    Path deep = folder.resolve("a/b");
    CheckedInFiles files = new CheckedInFiles(deep, "do it again");
    List<GeneratedFile> generated =
        List.of(
            GeneratedFile.dockerfile(TEXT),
            GeneratedFile.rootModules("# The JDK modules that the application needs\njava.base\n"));

    assertThat(files.hold(generated, DriftMode.WARN))
        .extracting(Problem::toString)
        .containsExactly(
            "[StaleFileLeft] "
                + deep.resolve("Dockerfile")
                + " is not there; do it again and check it in",
            "[StaleFileLeft] "
                + deep.resolve("root-modules.txt")
                + " is not there; do it again and check it in");
    assertThat(files.hold(generated, DriftMode.UPDATE)).isEmpty();
    assertThat(files.hold(generated, DriftMode.FAIL)).isEmpty();
    try (Stream<Path> all = Files.list(deep)) {
      assertThat(all.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("Dockerfile", "root-modules.txt");
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesAloneWhatIsWrittenByHand(DriftMode mode) throws IOException {
    Files.writeString(dockerfile(), "FROM scratch\n");
    List<GeneratedFile> generated =
        List.of(GeneratedFile.rootModules("java.base\n"), GeneratedFile.dockerfile(TEXT));

    assertThatThrownBy(() -> new CheckedInFiles(folder, "do it again").hold(generated, mode))
        .hasMessage(
            "[HandWrittenFile] "
                + dockerfile()
                + " was not written by Parka, and is left as it is; move it away, or choose another"
                + " directory");
    assertThat(dockerfile()).hasContent("FROM scratch\n");
    assertThat(folder.resolve("root-modules.txt")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void letsAHandWrittenFileStandInForOneThatYields(DriftMode mode) throws IOException {
    Path ignore = folder.resolve(".dockerignore");
    Files.writeString(ignore, "*.log\n");

    assertThat(
            new CheckedInFiles(folder, "do it again")
                .hold(List.of(new GeneratedFile(".dockerignore", TEXT, "# Written", true)), mode))
        .isEmpty();
    assertThat(ignore).hasContent("*.log\n");
  }

  @Test
  void writesNothingOverWhatCannotBeRead() throws IOException {
    Files.createDirectory(dockerfile());

    assertThatThrownBy(() -> hold(TEXT, DriftMode.UPDATE))
        .hasMessageStartingWith("[CannotWrite] " + dockerfile() + " cannot be read");
  }

  private List<Problem> hold(String text, DriftMode mode) {
    return new CheckedInFiles(folder, "do it again")
        .hold(List.of(GeneratedFile.dockerfile(text)), mode);
  }

  private Path dockerfile() {
    return folder.resolve("Dockerfile");
  }
}
