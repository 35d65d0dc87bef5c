package dev.parka.runtime.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.testing.Jars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {

  @TempDir private Path folder;
  private Path app;
  private Path library;
  private Path classes;

  @BeforeEach
  void writeEntries() throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    library = Jars.entries().text("b.txt", "b").jar(folder.resolve("lib/b.jar"));
    app = Jars.entries().text("a.txt", "a").jar(folder.resolve("lib/a.JAR"));
    classes = Files.createDirectories(folder.resolve("classes"));
  }

  @Test
  void keepsTheOrderAndEachEntryOnce() {
    ClassPath classPath = ClassPath.of(List.of(library, classes, app, library));

    assertThat(classPath.entries()).containsExactly(library, classes, app);
    assertThat(classPath.sources().stream().map(ClassSource::name))
        .containsExactly("b.jar", "classes", "a.JAR");
  }

  @Test
  void parsesAPathListAndLeavesEmptyPartsOut() {
    assertThat(ClassPath.parse(":" + classes + "::" + library + ":").entries())
        .containsExactly(classes, library);
    assertThat(ClassPath.parse("").entries()).isEmpty();
  }

  @Test
  void expandsAStarToTheJarsOfAFolderByName() throws IOException {
    Files.writeString(folder.resolve("lib/readme.txt"), "no jar");

    assertThat(ClassPath.parse(classes + ":" + folder.resolve("lib") + "/*").entries())
        .containsExactly(classes, app, library);
  }

  // FAULTS 32, 34
  @Test
  void reportsEveryMissingAndEveryBrokenEntry() throws IOException {
    Path missing = folder.resolve("missing.jar");
    Path text = Files.writeString(folder.resolve("text.jar"), "no zip file at all");
    Path empty = Files.createFile(folder.resolve("empty.jar"));
    byte[] whole = Files.readAllBytes(library);
    Path truncated =
        Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> ClassPath.of(List.of(missing, text, app, empty, truncated)))
        .hasMessage(
            String.join(
                "\n",
                "[NoSuchClassPathEntry] "
                    + missing
                    + " does not exist; build it first, or take it off the class path",
                "[BadJar] "
                    + text
                    + " cannot be read: zip END header not found; build or download it again",
                "[BadJar] "
                    + empty
                    + " cannot be read: zip file is empty; build or download it again",
                "[BadJar] "
                    + truncated
                    + " cannot be read: zip END header not found;"
                    + " build or download it again"));
  }

  @Test
  void reportsAStarOfAMissingFolderTogetherWithTheRest() {
    assertThatThrownBy(() -> ClassPath.parse("no/such/*:nor\0this:" + folder + "/nor.jar"))
        .hasMessage(
            String.join(
                "\n",
                "[NoSuchClassPathEntry] no/such does not exist;"
                    + " build it first, or take it off the class path",
                "[NoSuchClassPathEntry] nor\\u0000this does not exist;"
                    + " build it first, or take it off the class path",
                "[NoSuchClassPathEntry] "
                    + folder
                    + "/nor.jar does not exist;"
                    + " build it first, or take it off the class path"));
  }
}
