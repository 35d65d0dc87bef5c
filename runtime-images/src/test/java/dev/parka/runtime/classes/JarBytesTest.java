package dev.parka.runtime.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.testing.Jars;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code java.util.zip.ZipFile} is the judge. */
class JarBytesTest {

  private static final int MUTANTS = 2_000;
  private static final long SEED = 20_261_124;

  @TempDir private Path folder;

  /** What a way to read finds in a jar. */
  private record Found(String size, String content, String begin) {}

  static Stream<Path> jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of);
  }

  @ParameterizedTest
  @MethodSource("jars")
  void agreesOnRealJars(Path jar) throws IOException {
    byte[] bytes = Files.readAllBytes(jar);
    assertThat(inMemory(bytes)).isEqualTo(asFile(jar));
  }

  @Test
  void agreesOnStoredDeflatedAndEmptyFilesFoldersAndComments() throws IOException {
    byte[] jar = mixed();
    assertThat(inMemory(jar)).hasSize(5).isEqualTo(asFile(write(jar)));
  }

  @Test
  void agreesOnAJarWithoutFiles() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ZipOutputStream(out).close();
    assertThat(inMemory(out.toByteArray())).isEmpty();
  }

  @Test
  void agreesOnJarsAfterAScript() throws IOException {
    byte[] script = "#!/bin/sh\nexec java -jar \"$0\"\n".getBytes(StandardCharsets.US_ASCII);
    byte[] jar = mixed();
    byte[] both = Arrays.copyOf(script, script.length + jar.length);
    System.arraycopy(jar, 0, both, script.length, jar.length);
    assertThat(inMemory(both)).hasSize(5).isEqualTo(asFile(write(both)));
  }

  @Test
  void leavesNamesThatAreNotAsciiToTheJdk() throws IOException {
    Path jar = Jars.entries().text("ä.txt", "a").jar(folder.resolve("a.jar"));
    assertIsLeft(Files.readAllBytes(jar));
    assertThat(asFile(jar)).containsOnlyKeys("ä.txt");
  }

  @Test
  void leavesZip64ToTheJdk() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 0x10001; i++) {
        zip.putNextEntry(new ZipEntry("f" + i));
        zip.closeEntry();
      }
    }
    assertIsLeft(out.toByteArray());
  }

  @Test
  void leavesSizesThatAreWrittenElsewhereToTheJdk() throws IOException {
    byte[] jar = mixed();
    little(jar).putInt(central(jar) + 24, -1);
    assertIsLeft(jar);
  }

  @Test
  void leavesEncryptedFilesToTheJdk() throws IOException {
    byte[] jar = mixed();
    int at = central(jar) + 8;
    little(jar).putShort(at, (short) (little(jar).getShort(at) | 1));
    assertIsLeft(jar);
    assertThatThrownBy(() -> asFile(write(jar))).hasMessageContaining("encrypted");
  }

  @Test
  void leavesWhatIsNoJarToTheJdk() {
    assertIsLeft(new byte[0]);
    assertIsLeft(new byte[21]);
    assertIsLeft(new byte[1 << 17]);
    assertIsLeft("PK\3\4".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void seesCompressedDataThatHasNoEnd() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("a.txt"));
      zip.write("some text, some text, some text".getBytes(StandardCharsets.US_ASCII));
    }
    byte[] jar = out.toByteArray();
    int compressed = central(jar) + 20;
    little(jar).putInt(compressed, little(jar).getInt(compressed) - 2);
    assertThat(inMemory(jar)).isEqualTo(asFile(write(jar)));
  }

  /** Neither way may break, nor find what the other does not, unless the other finds nothing. */
  @Test
  void agreesOnDamagedJars() throws IOException {
    Random random = new Random(SEED);
    byte[] good = mixed();
    int read = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutate(good, random);
      SortedMap<String, Found> found;
      try (JarBytes files = JarBytes.of("a.jar", mutant)) {
        if (files == null) {
          continue;
        }
        found = read(files, mutant);
      }
      SortedMap<String, Found> judged = asFileIfAny(write(mutant));
      if (judged != null) {
        assertThat(found).as("mutant %s", i).isEqualTo(judged);
        read++;
      }
    }
    assertThat(read).isGreaterThan(MUTANTS / 10);
  }

  @Test
  void readsStoredJarsWhereTheyLie() throws IOException, DamagedFileException {
    byte[] jar = mixed();

    SourceFiles inPlace = inPlace(jar);

    assertThat(inPlace).isNotNull();
    assertThat(read(inPlace, new byte[0])).isEqualTo(inMemory(jar));
  }

  /** The same files, or none, as if the jar were alone. */
  @Test
  void agreesOnDamagedJarsWhereTheyLie() throws IOException, DamagedFileException {
    Random random = new Random(SEED);
    byte[] good = mixed();
    int read = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutate(good, random);
      try (JarBytes alone = JarBytes.of("a.jar", mutant);
          SourceFiles inPlace = inPlace(mutant)) {
        assertThat(inPlace == null).as("mutant %s", i).isEqualTo(alone == null);
        if (alone != null && inPlace != null) {
          assertThat(read(inPlace, new byte[0]))
              .as("mutant %s", i)
              .isEqualTo(read(alone, new byte[0]));
          read++;
        }
      } catch (ParkaException e) {
        assertThatThrownBy(() -> JarClassSource.open("a.jar", mutant))
            .as("mutant %s", i)
            .hasMessage(e.getMessage());
      }
    }
    assertThat(read).isGreaterThan(MUTANTS / 10);
  }

  @Test
  void opensNoJarWithAnotherChecksum() throws IOException {
    byte[] jar = mixed();
    byte[] outer = outer(jar);
    // A byte in the middle of the inner jar: the outer one is read as it was.
    outer[200] ^= 1;
    JarBytes files = JarBytes.of("outer.jar", outer);

    assertThat(files).isNotNull();
    assertThatThrownBy(() -> files.open(only(files), "a.jar"))
        .isInstanceOfSatisfying(
            DamagedFileException.class,
            e -> assertThat(e.what()).isEqualTo("its checksum or size is not what the jar says"));
  }

  @Test
  void copiesCompressedJars() throws IOException, DamagedFileException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, new ZipEntry("in.jar"), mixed());
    }
    JarBytes files = JarBytes.of("outer.jar", out.toByteArray());

    assertThat(files).isNotNull();
    assertThat(files.open(only(files), "a.jar")).isNull();
  }

  private static @Nullable SourceFiles inPlace(byte[] jar)
      throws IOException, DamagedFileException {
    JarBytes outer = JarBytes.of("outer.jar", outer(jar));
    assertThat(outer).isNotNull();
    return outer.open(only(outer), "a.jar");
  }

  private static SourceFile only(SourceFiles files) {
    assertThat(files.list()).hasSize(1);
    return files.list().get(0);
  }

  private static byte[] outer(byte[] jar) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, stored("in.jar", jar), jar);
    }
    return out.toByteArray();
  }

  private static byte[] mutate(byte[] good, Random random) {
    byte[] mutant = good.clone();
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      // Half of them where the jar says what is in it.
      int range = random.nextBoolean() ? mutant.length : Math.min(mutant.length, 450);
      mutant[mutant.length - 1 - random.nextInt(range)] = (byte) random.nextInt();
    }
    return switch (random.nextInt(10)) {
      case 0 -> Arrays.copyOf(mutant, random.nextInt(mutant.length));
      case 1 -> Arrays.copyOfRange(mutant, random.nextInt(mutant.length), mutant.length);
      default -> mutant;
    };
  }

  private static byte[] mixed() throws IOException {
    byte[] text = "the same again and ".repeat(500).getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setComment("a comment");
      ZipEntry deflated = new ZipEntry("b/deflated.txt");
      deflated.setComment("another");
      deflated.setExtra(new byte[] {1, 2, 3, 0, 9, 9, 9});
      put(zip, deflated, text);
      put(zip, stored("b/stored.txt", text), text);
      put(zip, new ZipEntry("b/"), new byte[0]);
      put(zip, stored("a/empty", new byte[0]), new byte[0]);
      put(zip, new ZipEntry("a/also-empty"), new byte[0]);
      byte[] noise = new byte[3_000];
      new Random(1).nextBytes(noise);
      put(zip, new ZipEntry("noise"), noise);
    }
    return out.toByteArray();
  }

  private static ZipEntry stored(String name, byte[] content) {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    CRC32 checksum = new CRC32();
    checksum.update(content);
    entry.setCrc(checksum.getValue());
    return entry;
  }

  private static void put(ZipOutputStream zip, ZipEntry entry, byte[] content) throws IOException {
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static void assertIsLeft(byte[] jar) {
    assertThat(JarBytes.of("a.jar", jar)).isNull();
  }

  private static ByteBuffer little(byte[] jar) {
    return ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int central(byte[] content) {
    ByteBuffer jar = little(content);
    int end = jar.limit() - 22;
    while (jar.getInt(end) != 0x06054b50) {
      end--;
    }
    return jar.getInt(end + 16);
  }

  private Path write(byte[] jar) throws IOException {
    return Files.write(folder.resolve("written.jar"), jar);
  }

  private static SortedMap<String, Found> inMemory(byte[] jar) throws IOException {
    try (JarBytes files = JarBytes.of("a.jar", jar)) {
      assertThat(files).isNotNull();
      return read(files, jar);
    }
  }

  private static SortedMap<String, Found> asFileIfAny(Path jar) throws IOException {
    try {
      return asFile(jar);
    } catch (ZipException e) {
      return null;
    }
  }

  private static SortedMap<String, Found> asFile(Path jar) throws IOException {
    try (ZipFile zip = JarClassSource.open(jar);
        SourceFiles files = new JarFiles("a.jar", zip, JarClassSource.sortedEntries(zip))) {
      return read(files, new byte[0]);
    }
  }

  private static SortedMap<String, Found> read(SourceFiles files, byte[] jar) throws IOException {
    SortedMap<String, Found> found = new TreeMap<>();
    for (SourceFile file : files.list()) {
      String content;
      String begin = "";
      try {
        byte[] bytes = files.read(file);
        content = Arrays.toString(bytes);
        begin = Arrays.toString(files.peek(file, 4));
        assertChecksum(file, bytes, jar);
      } catch (DamagedFileException e) {
        content = "damaged";
      } catch (ParkaException e) {
        content = e.getMessage();
      }
      found.put(file.name(), new Found(String.valueOf(file.size()), content, begin));
    }
    return found;
  }

  private static void assertChecksum(SourceFile file, byte[] content, byte[] jar) {
    if (file.at() >= 0 && jar.length > 0) {
      CRC32 checksum = new CRC32();
      checksum.update(content);
      assertThat((int) checksum.getValue()).isEqualTo(little(jar).getInt((int) file.at() + 16));
    }
  }
}
