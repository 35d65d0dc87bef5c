package dev.parka.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ClassPathFoldersTest {

  private static final Set<String> THERE = Set.of("com", "com/acme");

  private final List<String> asked = new ArrayList<>();
  private final ClassPathFolders folders =
      new ClassPathFolders(
          folder -> {
            asked.add(folder);
            return THERE.contains(folder);
          });

  @Test
  void asksForEachPackageOnceFromTheOutermostOn() {
    folders.found("com/acme/App");

    assertThat(folders.mayHave("com/acme/Other")).isTrue();
    assertThat(folders.mayHave("com/acme/deep/inside/Class")).isFalse();
    assertThat(folders.mayHave("org/nowhere/One")).isFalse();
    assertThat(folders.mayHave("org/nowhere/Two")).isFalse();
    assertThat(folders.mayHave("org/Three")).isFalse();
    assertThat(asked).containsExactly("com", "com/acme", "com/acme/deep", "org");
  }

  @Test
  void knowsNothingOfClassesWithoutAPackage() {
    folders.found("App");
    folders.found("com/acme/App");

    assertThat(folders.mayHave("Other")).isTrue();
    assertThat(asked).containsExactly("com", "com/acme");
  }

  @Test
  void asksForNothingBeforeAClassWasFound() {
    assertThat(folders.mayHave("org/nowhere/One")).isTrue();
    assertThat(asked).isEmpty();
  }

  @Test
  void believesNoCompilerThatTellsOfNoFolder() {
    ClassPathFolders untold = new ClassPathFolders(folder -> false);
    untold.found("com/acme/App");
    untold.found("com/acme/Other");

    assertThat(untold.mayHave("org/nowhere/One")).isTrue();
  }
}
