package dev.parka.runtime.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to {@code lib/modules}: a JDK that is damaged, never a crash. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DamagedImageTest {

  private static final Jdk RUNNING = Jdk.running();
  private static final int HEADER = 28;

  private final Random random = new Random(11);

  @TempDir private Path home;

  private byte[] index = {};

  /** The index only: what it leads to is a hole in the file. */
  @BeforeEach
  void copyIndex() throws IOException {
    Path modules = RUNNING.home().resolve("lib/modules");
    try (InputStream in = Files.newInputStream(modules)) {
      byte[] header = in.readNBytes(HEADER);
      ByteBuffer numbers = ByteBuffer.wrap(header).order(ByteOrder.nativeOrder());
      int rest = 8 * numbers.getInt(16) + numbers.getInt(20) + numbers.getInt(24);
      index = ByteBuffer.allocate(HEADER + rest).put(header).put(in.readNBytes(rest)).array();
    }
    Files.createDirectories(home.resolve("lib"));
    write(index, Files.size(modules));
  }

  @Test
  void isWholeBefore() {
    try (JdkFiles files = JdkFiles.open(jdk())) {
      assertThat(files.has("java.sql", "java/sql/Driver.class")).isTrue();
    }
  }

  @Test
  void tellsOfTruncatedFiles() throws IOException {
    for (int length : new int[] {0, 1, HEADER - 1, HEADER, HEADER + 1, index.length / 2}) {
      write(index, length);
      assertDamaged();
    }
    write(index, index.length - 1);
    assertDamaged();
  }

  @Test
  void tellsOfContentsBeyondTheEnd() throws IOException {
    write(index, index.length);
    assertThatThrownBy(this::lookUp).satisfies(DamagedImageTest::isDamagedJdk);
  }

  @Test
  void tellsOfHeadersThatLie() throws IOException {
    for (int field = 16; field < HEADER; field += Integer.BYTES) {
      for (int lie : new int[] {0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 28}) {
        byte[] bad = index.clone();
        ByteBuffer.wrap(bad).order(ByteOrder.nativeOrder()).putInt(field, lie);
        write(bad, bad.length);
        answersOrTells();
      }
    }
  }

  @Test
  void survivesChangedIndexes() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(modules().toFile(), "rw")) {
      for (int i = 0; i < 300; i++) {
        int flips = 1 << random.nextInt(14);
        for (int flip = 0; flip < flips; flip++) {
          file.seek(4 + random.nextInt(index.length - 4));
          file.write(random.nextInt(256));
        }
        answersOrTells();
        file.seek(0);
        file.write(index);
      }
    }
  }

  private void answersOrTells() {
    try {
      lookUp();
    } catch (ParkaException e) {
      isDamagedJdk(e);
    }
  }

  private void lookUp() {
    try (JdkFiles files = JdkFiles.open(jdk())) {
      for (String name : List.of("java.sql", "java.util", "javax.swing", "com.acme", "java")) {
        for (String module : files.modulesOf(name)) {
          files.has(module, name.replace('.', '/') + "/Driver.class");
        }
      }
      for (int i = 0; i < 200; i++) {
        files.has("java.base", "java/util/" + i + ".class");
        files.read("java.base", "java/util/" + i + ".class");
      }
      files.read("java.base", "java/lang/Object.class");
      files.read("java.sql", "java/sql/Driver.class");
    }
  }

  private void assertDamaged() {
    assertThatThrownBy(() -> JdkFiles.open(jdk()))
        .hasMessage(
            "[DamagedJdk] the modules of the JDK in "
                + home
                + " cannot be read; install the JDK again");
  }

  private static void isDamagedJdk(Throwable thrown) {
    assertThat(thrown).isInstanceOf(ParkaException.class);
    assertThat(((ParkaException) thrown).problems())
        .extracting(Problem::id)
        .containsExactly(RuntimeProblem.DAMAGED_JDK);
  }

  private void write(byte[] begin, long length) throws IOException {
    Files.write(modules(), begin);
    try (RandomAccessFile file = new RandomAccessFile(modules().toFile(), "rw")) {
      file.setLength(length);
    }
  }

  private Path modules() {
    return home.resolve("lib/modules");
  }

  private Jdk jdk() {
    return new Jdk(
        home, RUNNING.version(), RUNNING.vendor(), RUNNING.architecture(), RUNNING.libc());
  }
}
