package dev.parka.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleName;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTest {

  private static final int FEATURE = Runtime.version().feature();
  private static final String OBJECT = "java.lang.Object source: shared objects file\n";
  private static final String FIX =
      "; record a run on JDK "
          + FEATURE
          + " with java -Xlog:class+load,module+load,gc+init:file=run.log::filecount=0 …";

  private static final ModuleCatalog CATALOG = Catalogs.running();

  @TempDir private Path folder;

  @AfterAll
  static void close() {
    CATALOG.close();
  }

  @Test
  void keepsWhatTheJdkHasAndNothingElse() throws IOException {
    Trace trace =
        read(
            OBJECT
                + "java.sql.Driver source: jrt:/java.sql\n"
                + "java.sql.Driver source: jrt:/java.sql\n"
                + "com.acme.App source: file:/app.jar\n"
                + "com.acme.Shared source: shared objects file (top)\n"
                + "com.acme.App source: jrt:/com.acme.app\n"
                + "javax.xml.XMLConstants source: file:/app.jar\n"
                + "java.util.Map$$Lambda/0x0001 source: java.util.Map\n");

    assertThat(trace.classes().keySet()).hasToString("[java.base, java.sql]");
    assertThat(trace.classes().get(new ModuleName("java.sql"))).containsExactly("java.sql.Driver");
    assertThat(trace.reason(new ModuleName("java.sql")).orElseThrow().text())
        .isEqualTo("a recorded run loaded java.sql.Driver");
    assertThat(trace.reason(new ModuleName("java.xml"))).isEmpty();
    assertThat(trace.bootLayer()).isEmpty();
  }

  @Test
  void readsLogsThatWindowsWroteAndThatAnApplicationWroteInto() throws IOException {
    Trace trace =
        read("Hello\n[x\n[1s][info][class,load] java.lang.Object source: jrt:/java.base\r\n");

    assertThat(trace.modules()).hasToString("[java.base]");
  }

  @Test
  void addsRunsUp() throws IOException {
    Trace one = read(OBJECT + "java.sql.Driver source: jrt:/java.sql\n");
    Trace two = read(OBJECT + "java.rmi.Remote source: jrt:/java.rmi\n");

    assertThat(one.plus(two).modules()).hasToString("[java.base, java.rmi, java.sql]");
  }

  @Test
  void refusesWhatIsNoFile() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertRefused(folder.resolve("none"), " cannot be read: there is no such file");
    assertRefused(folder, " cannot be read: it is a directory");
    assertRefused(pipe, " cannot be read: it is no regular file");
  }

  @Test
  void refusesOtherFiles() throws IOException {
    assertRefused(file(""), " is no record of a run: it is empty");
    assertRefused(
        file("PK\u0003\u0004" + "x".repeat(100) + "\n"),
        " is no record of a run: it begins with 'PK\\u0003\\u0004" + "x".repeat(36) + "…'");
    assertRefused(
        file("java.base location: jrt:/java.base\n"),
        " is a log of the JVM that names no loaded class");
  }

  @Test
  void refusesLogsThatAreNotWhole() throws IOException {
    assertRefused(
        file("java.sql.Driver source: jrt:/java.sql\n"),
        " is not whole: java.lang.Object, which every run loads first, is missing");
    assertRefused(
        file(OBJECT + "java.sql.Driver source: jr"), " is not whole: its last line has no end");
  }

  @Test
  void refusesLogsOfOtherJdks() throws IOException {
    assertRefused(file("Version: 11.0.2+9 (release)\n" + OBJECT), " was recorded on JDK 11");
    assertRefused(
        file("[Loaded java.lang.Object from /opt/jdk8/jre/lib/rt.jar]\n"),
        " was recorded on JDK 8");
    assertRefused(
        file(OBJECT + "java.lang.NoSuch source: jrt:/java.base\n"),
        " was recorded on another JDK: 1 of its 2 classes are unknown, such as java.lang.NoSuch");
  }

  @Test
  void givesUpOnRubbishWithoutEnd() throws IOException {
    Path huge = folder.resolve("huge");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(1L << 40);
    }

    assertRefused(huge, " is no record of a run: it begins with '" + "\\u0000".repeat(40) + "…'");
  }

  @Test
  void readsPastHugeLines() throws IOException {
    Path log = file(OBJECT + "x".repeat(5_000_000) + "\njava.sql.Driver source: jrt:/java.sql\n");

    assertThat(Trace.read(log, CATALOG).modules()).hasToString("[java.base, java.sql]");
  }

  @Test
  void keepsNoMoreNamesThanTheJdkHas() throws IOException {
    StringBuilder names = new StringBuilder(OBJECT);
    for (int i = 0; i <= 100_000; i++) {
      names.append("a.B").append(i).append(" source: shared objects file\n");
    }

    assertRefused(
        file(names.toString()),
        " is no record of a run: more than 100000 of its classes are in no module of this JDK");
    assertThatCode(
            () -> read(names.toString().replace("shared objects file", "file:/app.jar") + OBJECT))
        .doesNotThrowAnyException();
  }

  private Trace read(String text) throws IOException {
    return Trace.read(file(text), CATALOG);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("some.log"), text);
  }

  private static void assertRefused(Path file, String fact) {
    assertThatThrownBy(() -> Trace.read(file, CATALOG))
        .isInstanceOf(ParkaException.class)
        .hasMessage("[BadTrace] " + file + fact + FIX);
  }
}
