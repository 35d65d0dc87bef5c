package dev.parka.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder below {@code golden} has sources in {@code input}, options in {@code options.txt},
 * sources of jars that they depend on in {@code lib/<jar>}, and what is generated in {@code
 * expected}. {@code -Dgolden.update=true} writes the latter.
 */
final class GoldenTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir private Path scratch;

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.map(GOLDEN::relativize).sorted().toList().stream();
    }
  }

  static Stream<Path> casesOfSeveralSources() throws IOException {
    List<Path> several = new ArrayList<>();
    for (Path name : cases().toList()) {
      if (Texts.below(GOLDEN.resolve(name).resolve("input")).size() > 1) {
        several.add(name);
      }
    }
    return several.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void generatesWhatIsExpected(Path name) throws IOException {
    Path expected = GOLDEN.resolve(name).resolve("expected");
    SortedMap<String, String> generated = compile(name, false);
    if (Boolean.getBoolean("golden.update")) {
      update(expected, generated);
    }
    assertThat(generated).isEqualTo(Texts.below(expected));
  }

  /** FAULTS 23. */
  @ParameterizedTest
  @MethodSource("casesOfSeveralSources")
  void doesNotDependOnTheOrderOfSources(Path name) throws IOException {
    assertThat(compile(name, true)).isEqualTo(compile(name, false));
  }

  private SortedMap<String, String> compile(Path name, boolean reversed) throws IOException {
    Path folder = GOLDEN.resolve(name);
    List<JavaFileObject> sources = new ArrayList<>();
    Texts.below(folder.resolve("input"))
        .forEach((path, text) -> sources.add(Javac.source(path, text)));
    if (reversed) {
      Collections.reverse(sources);
    }
    List<String> options = new ArrayList<>(List.of("-Werror"));
    if (Files.exists(folder.resolve("options.txt"))) {
      options.addAll(Files.readAllLines(folder.resolve("options.txt")));
    }
    Compilation compilation =
        Javac.compile(17, new ContainerImageProcessor(), options, jars(folder), sources);
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
    return generated(compilation);
  }

  private List<Path> jars(Path folder) throws IOException {
    Path libraries = folder.resolve("lib");
    if (!Files.exists(libraries)) {
      return List.of();
    }
    List<Path> jars = new ArrayList<>();
    try (Stream<Path> folders = Files.list(libraries)) {
      for (Path library : folders.sorted().toList()) {
        Path jar = scratch.resolve(library.getFileName() + ".jar");
        Jars.compile(jar, Texts.below(library), jars);
        jars.add(jar);
      }
    }
    return jars;
  }

  private static SortedMap<String, String> generated(Compilation compilation) {
    SortedMap<String, String> files = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() != JavaFileObject.Kind.CLASS) {
        String path = file.toUri().getPath().replaceFirst("^/[A-Z_]+/", "");
        files.put(path, Javac.text(file));
      }
    }
    return files;
  }

  private static void update(Path folder, SortedMap<String, String> files) throws IOException {
    for (String stale : Texts.below(folder).keySet()) {
      Files.delete(folder.resolve(stale));
    }
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
