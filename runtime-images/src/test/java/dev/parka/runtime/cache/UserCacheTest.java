package dev.parka.runtime.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCacheTest {

  private static final CacheKey KEY = new CacheKey("key");
  private static final CacheKey OTHER = new CacheKey("other");
  private static final byte[] CONTENT = "content".getBytes(UTF_8);
  private static final CacheKind KIND = CacheKind.MODULE_LIST;
  private static final int ROUNDS = 200;

  @TempDir private Path folder;

  @Test
  void liesWhereItsVariableSays() {
    assertThat(directory(Map.of("PARKA_CACHE", "/own", "XDG_CACHE_HOME", "/xdg"), "/home/me"))
        .contains("/own");
  }

  @Test
  void isOffWhereItsVariableSaysSo() {
    assertThat(directory(Map.of("PARKA_CACHE", "off", "XDG_CACHE_HOME", "/xdg"), "/home/me"))
        .isEmpty();
  }

  @Test
  void liesAmongTheUsersCaches() {
    assertThat(directory(Map.of("XDG_CACHE_HOME", "/xdg"), "/home/me")).contains("/xdg/parka");
    assertThat(directory(Map.of("PARKA_CACHE", ""), "/home/me")).contains("/home/me/.cache/parka");
  }

  @Test
  void ignoresRelativePathsAsTheSpecificationSays() {
    assertThat(directory(Map.of("XDG_CACHE_HOME", "xdg"), "/home/me"))
        .contains("/home/me/.cache/parka");
  }

  @Test
  void isNowhereWithoutAHome() {
    assertThat(directory(Map.of(), "")).isEmpty();
    assertThat(directory(Map.of(), "?")).isEmpty();
  }

  @Test
  void isNowhereWhereNoPathCanBe() {
    assertThat(directory(Map.of("PARKA_CACHE", "/a\0b"), "/home/me")).isEmpty();
  }

  @Test
  void readsWhatWasWritten() {
    UserCache cache = new UserCache(folder.resolve("new/cache"));
    cache.write(KIND, KEY, CONTENT);
    assertThat(cache.read(KIND, KEY)).contains(CONTENT);
    cache.write(KIND, KEY, new byte[0]);
    assertThat(cache.read(KIND, KEY)).contains(new byte[0]);
    assertThat(cache.read(KIND, OTHER)).isEmpty();
  }

  @Test
  void takesNoEntryForAnothers() throws IOException {
    UserCache cache = new UserCache(folder);
    cache.write(KIND, KEY, CONTENT);
    Path entry = entry();
    cache.write(KIND, OTHER, new byte[0]);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(entry, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    assertThat(cache.read(KIND, OTHER)).isEmpty();
    assertThat(cache.read(KIND, KEY)).contains(CONTENT);
  }

  @Test
  void tellsPartsApart() {
    assertThat(new CacheKey("a").add("b").add("")).isNotEqualTo(new CacheKey("a").add("").add("b"));
    assertThat(new CacheKey("a").add("bc")).isNotEqualTo(new CacheKey("ab").add("c"));
    assertThat(new CacheKey("a").addAll(List.of("b")).addAll(List.of()))
        .isNotEqualTo(new CacheKey("a").addAll(List.of()).addAll(List.of("b")));
  }

  @Test
  void isForItsOwnerAlone() throws IOException {
    new UserCache(folder.resolve("cache")).write(KIND, KEY, CONTENT);
    assertThat(Files.getPosixFilePermissions(folder.resolve("cache")).toString())
        .doesNotContain("GROUP", "OTHERS");
  }

  @Test
  void stayEmptyWhereNothingCanBeWritten() throws IOException {
    Path file = Files.write(folder.resolve("file"), CONTENT);
    UserCache cache = new UserCache(file.resolve("cache"));
    cache.write(KIND, KEY, CONTENT);
    assertThat(cache.read(KIND, KEY)).isEmpty();
    assertThat(file).hasBinaryContent(CONTENT);
  }

  @Test
  void throwsDamagedEntriesAway() throws IOException {
    UserCache cache = new UserCache(folder);
    cache.write(KIND, KEY, CONTENT);
    Path entry = entry();
    byte[] whole = Files.readAllBytes(entry);
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      for (byte[] bad : List.of(damaged, Arrays.copyOf(whole, i))) {
        Files.write(entry, bad);
        assertThat(cache.read(KIND, KEY)).isEmpty();
        assertThat(entry).doesNotExist();
      }
    }
    cache.write(KIND, KEY, CONTENT);
    assertThat(cache.read(KIND, KEY)).contains(CONTENT);
  }

  @Test
  void servesManyThreads() throws Exception {
    UserCache cache = new UserCache(folder);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(threads.submit(() -> writeAndRead(cache)));
    }
    for (Future<?> one : all) {
      one.get(1, TimeUnit.MINUTES);
    }
    threads.shutdown();
    assertThat(entry()).exists();
  }

  @Test
  void servesSeveralProcesses() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Writer.class.getName(),
                  folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output" + i).toFile())
              .start());
    }
    for (int i = 0; i < 2; i++) {
      assertThat(processes.get(i).waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(processes.get(i).exitValue())
          .as(Files.readString(folder.resolve("output" + i)))
          .isZero();
    }
    assertThat(new UserCache(folder).read(KIND, KEY)).contains(CONTENT);
  }

  /** Another process. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) {
      writeAndRead(new UserCache(Path.of(arguments[0])));
    }
  }

  private static void writeAndRead(UserCache cache) {
    for (int i = 0; i < ROUNDS; i++) {
      cache.write(KIND, KEY, CONTENT);
      assertThat(cache.read(KIND, KEY)).contains(CONTENT);
    }
  }

  private Path entry() {
    List<CacheEntry> all = new Housekeeping(new UserCache(folder)).entries();
    assertThat(all).hasSize(1);
    return all.get(0).file();
  }

  private static Optional<String> directory(Map<String, String> environment, String home) {
    return UserCache.of(environment, home)
        .map(cache -> cache.directory().toString().replace(File.separatorChar, '/'));
  }
}
