package dev.parka.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.classes.MeantClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the processor's classes refer to. FAULTS 24. */
final class ReachTest {

  /** Sockets, HTTP, {@code URL}, processes, and {@code System}'s and {@code Runtime}'s doors. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "java/net/(?!URI$|URISyntax).*|javax/net/.*|java/nio/channels/.*|java/rmi/.*"
              + "|java/lang/(?:Process|ProcessBuilder|ClassLoader)|sun/.*|jdk/internal/.*");

  private static final Pattern FILES =
      Pattern.compile(
          "java/nio/file/(?:Files|FileSystems?)|java/io/(?:File.*|RandomAccessFile|PrintStream)");

  @Test
  void reachesForNoNetworkAndNoProcess() throws IOException {
    references()
        .forEach(
            (name, references) ->
                assertThat(references).as(name).noneMatch(FORBIDDEN.asMatchPredicate()));
  }

  @Test
  void touchesFilesOnlyWhereAnOptionNamesThem() throws IOException {
    TreeSet<String> touching = new TreeSet<>();
    references()
        .forEach(
            (name, references) -> {
              if (references.stream().anyMatch(FILES.asMatchPredicate())) {
                touching.add(name);
              }
            });
    assertThat(touching).containsExactly("ContextOptions.class", "OptionsReader.class");
  }

  @Test
  void namesJavacWhereOtherCompilersDoNotLook() throws IOException {
    TreeSet<String> naming = new TreeSet<>();
    references()
        .forEach(
            (name, references) -> {
              if (references.stream().anyMatch(r -> r.startsWith("com/sun/"))) {
                naming.add(name);
              }
            });
    assertThat(naming).containsExactly("AfterCompilation.class", "JavacPlace.class");
  }

  @Test
  void wouldFindWhatItForbids() {
    assertThat(Stream.of("java/net/Socket", "java/net/URL", "java/lang/ProcessBuilder"))
        .allMatch(FORBIDDEN.asMatchPredicate());
    assertThat("java/nio/file/Files").matches(FILES);
  }

  private static SortedMap<String, SortedSet<String>> references() throws IOException {
    SortedMap<String, SortedSet<String>> references = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("target/classes/dev/parka/processor"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        references.put(
            file.getFileName().toString(),
            new TreeSet<>(new MeantClasses("", any -> Set.of()).read(Files.readAllBytes(file))));
      }
    }
    assertThat(references).containsKey("ContainerImageProcessor.class");
    return references;
  }
}
