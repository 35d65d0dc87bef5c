package dev.parka.runtime.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.Problem;
import dev.parka.runtime.testing.Compiled;
import dev.parka.runtime.testing.Jars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationClassesTest {

  private static final String SQL = "package p; class A { java.sql.Driver used; }";

  @TempDir private Path folder;

  @Test
  void knowsClassesByNameAndReadsThemWhenAsked() {
    try (ApplicationClasses classes = open(Jars.entries().classes(SQL).source("a.jar"))) {
      assertThat(classes.names()).containsExactly("p/A");
      assertThat(classes.has("p/B")).isFalse();
      assertThat(classes.read("p/A", new ClassFileReader(17)))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.source().name()).isEqualTo("a.jar");
                assertThat(found.entry().name()).isEqualTo("p/A.class");
                assertThat(found.file().references()).contains("java/sql/Driver");
              });
      assertThat(classes.read("p/B", new ClassFileReader(17))).isEmpty();
    }
  }

  @Test
  void hasBothDefinitionsOfAClassInTheOrderOfTheirJarsNames() {
    try (ApplicationClasses classes =
        open(
            Jars.entries().classes(SQL).source("b.jar"),
            Jars.entries().classes(SQL).source("a.jar"))) {
      assertThat(classes.read("p/A", new ClassFileReader(17)))
          .extracting(found -> found.source().name())
          .containsExactly("a.jar", "b.jar");
    }
  }

  @Test
  void readsJarsInJarsWhereTheyAre() throws IOException {
    Path inner = Jars.entries().classes(SQL).jar(folder.resolve("inner.jar"));
    SourceIndexer indexer = new SourceIndexer(17, new Scratch(folder.resolve("missing")));

    indexer.add(ClassSource.of("a.jar", Map.of("lib/inner.jar", Files.readAllBytes(inner))));

    assertThat(indexer.errors()).isEmpty();
    assertThat(indexer.sources())
        .extracting(ApplicationSource::name)
        .containsExactly("a.jar", "a.jar!/lib/inner.jar");
    assertThat(indexer.sources().get(1).classes()).containsOnlyKeys("p/A");
    indexer.close();
  }

  @Test
  void deletesTheUnusualJarsThatItUnpacked() throws IOException {
    Path inner = Jars.entries().classes(SQL).text("é.txt", "e").jar(folder.resolve("inner.jar"));
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    SourceIndexer indexer = new SourceIndexer(17, new Scratch(scratch));

    indexer.add(ClassSource.of("a.jar", Map.of("lib/inner.jar", Files.readAllBytes(inner))));

    assertThat(indexer.sources())
        .extracting(ApplicationSource::name)
        .containsExactly("a.jar", "a.jar!/lib/inner.jar");
    assertThat(scratch).isNotEmptyDirectory();
    indexer.close();
    assertThat(scratch).isEmptyDirectory();
  }

  // FAULTS 69
  @Test
  void reportsWhereUnusualJarsInJarsCannotBeUnpacked() throws IOException {
    Path inner = Jars.entries().classes(SQL).text("é.txt", "e").jar(folder.resolve("inner.jar"));
    Path scratch = folder.resolve("missing");
    SourceIndexer indexer = new SourceIndexer(17, new Scratch(scratch));

    indexer.add(ClassSource.of("a.jar", Map.of("lib/inner.jar", Files.readAllBytes(inner))));

    assertThat(indexer.errors().stream().map(Problem::toString))
        .containsExactly(
            "[CannotWrite] a.jar!/lib/inner.jar cannot be unpacked to "
                + scratch
                + "; see that the folder is there and has room");
  }

  // FAULTS 38
  @Test
  void refusesSourcesThatAreTooLargeInAll() {
    byte[] huge = new byte[32 << 20];
    List<SourceFile> files =
        IntStream.range(0, 129).mapToObj(i -> new SourceFile("A" + i + ".class", 1)).toList();
    try (ApplicationClasses classes = open(new Source("endless.jar", files, file -> huge))) {
      files.forEach(
          file -> classes.read(file.name().replace(".class", ""), new ClassFileReader(17)));

      assertThat(classes.errors().stream().map(Problem::toString))
          .containsExactly(
              "[HostileJar] endless.jar has more than 4294967296 bytes in it;"
                  + " do not use it unless you trust where it comes from, and then build it again");
    }
  }

  @Test
  void reportsADamagedServiceFile() {
    Source source =
        new Source(
            "a.jar",
            List.of(new SourceFile("META-INF/services/a.B", 1)),
            file -> {
              throw new DamagedFileException("it is damaged");
            });
    try (ApplicationClasses classes = open(source)) {
      assertThat(classes.errors().stream().map(Problem::toString))
          .containsExactly(
              "[BadJar] a.jar cannot be read: META-INF/services/a.B: it is damaged;"
                  + " build or download it again");
    }
  }

  @Test
  void tellsOfDamagedClassesWhenTheyAreRead() {
    byte[] half = Compiled.single(SQL);
    half[3] = 0;
    try (ApplicationClasses classes =
        open(Jars.entries().bytes("p/A.class", half).source("a.jar"))) {
      assertThat(classes.warnings()).isEmpty();
      assertThat(classes.read("p/A", new ClassFileReader(17))).isEmpty();
      assertThat(classes.warnings().stream().map(Problem::toString))
          .containsExactly(
              "[BadClassFile] p/A.class in a.jar was left out: it does not start with CAFEBABE;"
                  + " build it again for this JDK, or take it off the class path");
    }
  }

  private static ApplicationClasses open(ClassSource... sources) {
    return ApplicationClasses.open(List.of(sources), 17);
  }

  /** Files whose content is made up. */
  private record Source(String name, List<SourceFile> list, Content content)
      implements ClassSource {

    interface Content {
      byte[] of(SourceFile file) throws DamagedFileException;
    }

    @Override
    public SourceFiles open() {
      return new SourceFiles() {
        @Override
        public List<SourceFile> list() {
          return list;
        }

        @Override
        public byte[] read(SourceFile file) throws DamagedFileException {
          return content.of(file);
        }

        @Override
        public void close() {}
      };
    }
  }
}
