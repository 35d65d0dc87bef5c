package dev.parka.runtime.strip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStripsTest {

  @TempDir private Path image;

  @Test
  void everyThingHasItsOwnWork() {
    StripPlan all = StripPlan.of(List.of(StripKind.values()));

    assertThat(all.fileStrips())
        .extracting(ImageStrip::kind)
        .isSorted()
        .containsExactlyElementsOf(
            Stream.of(StripKind.values()).filter(kind -> !isOfJlink(kind)).toList());
  }

  private static boolean isOfJlink(StripKind kind) {
    return kind == StripKind.JAVA_DEBUG_ATTRIBUTES || kind == StripKind.UNREFERENCED_CLASSES;
  }

  @Test
  void removesWhatNobodyReads() throws IOException {
    write(
        "bin/java",
        "bin/keytool",
        "include/linux/jni_md.h",
        "lib/classlist",
        "lib/jexec",
        "lib/jrt-fs.jar",
        "lib/jspawnhelper",
        "lib/libjava.debuginfo",
        "lib/libawt.so",
        "lib/libjava.so",
        "man/man1/java.1");

    apply(StripPlan.DEFAULT.withUnused(List.of(DesktopLibrary.AWT)));

    assertThat(files()).containsExactly("bin/java", "lib/jspawnhelper", "lib/libjava.so");
  }

  @Test
  void keepsWhatIsToBeKept() throws IOException {
    write("bin/java", "bin/jcmd", "bin/keytool", "lib/libawt.so", "lib/libjsound.so", "man/x");

    apply(
        StripPlan.DEFAULT
            .keeping(StripKind.MAN_PAGES)
            .withLaunchers(List.of("jcmd"))
            .withUnused(List.of(DesktopLibrary.JSOUND)));

    assertThat(files()).containsExactly("bin/java", "bin/jcmd", "lib/libawt.so", "man/x");
  }

  @Test
  void leavesNothingOutWhenAskedTo() throws IOException {
    write("bin/java", "bin/keytool", "include/jni.h", "lib/jrt-fs.jar");

    apply(StripPlan.NOTHING);

    assertThat(files()).hasSize(4);
  }

  @Test
  void foldsLinksBetweenNoticesIntoAnIndex() throws IOException {
    write("legal/java.base/LICENSE", "legal/java.base/zlib.md", "legal/java.xml/dom.md");
    for (String module : List.of("java.xml", "jdk.management.agent", "jdk.management")) {
      Path directory = Files.createDirectories(image.resolve("legal").resolve(module));
      Files.createSymbolicLink(directory.resolve("LICENSE"), Path.of("../java.base/LICENSE"));
    }
    Files.createSymbolicLink(image.resolve("legal/java.xml/gone"), Path.of("../nowhere"));

    apply(StripPlan.of(List.of(StripKind.LEGAL_NOTICES)));

    assertThat(image.resolve("legal/index"))
        .hasContent(
            """
            java.xml/LICENSE java.base/LICENSE
            jdk.management/LICENSE java.base/LICENSE
            jdk.management.agent/LICENSE java.base/LICENSE
            """);
    assertThat(files())
        .containsExactly(
            "legal/index",
            "legal/java.base/LICENSE",
            "legal/java.base/zlib.md",
            "legal/java.xml/dom.md",
            "legal/java.xml/gone");
    assertThat(image.resolve("legal/jdk.management")).doesNotExist();
  }

  @Test
  void writesNoIndexWhereThereIsNothingToFold() throws IOException {
    write("legal/java.base/LICENSE");

    apply(StripPlan.of(List.of(StripKind.LEGAL_NOTICES)));

    assertThat(files()).containsExactly("legal/java.base/LICENSE");
  }

  private void write(String... paths) throws IOException {
    for (String path : paths) {
      Path file = image.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, path);
    }
  }

  private void apply(StripPlan plan) throws IOException {
    for (ImageStrip strip : plan.fileStrips()) {
      strip.apply(image);
    }
  }

  private SortedSet<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(image)) {
      TreeSet<String> names = new TreeSet<>();
      files
          .filter(file -> !Files.isDirectory(file))
          .forEach(file -> names.add(image.relativize(file).toString()));
      return names;
    }
  }
}
