package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.cache.CacheEntry;
import dev.parka.runtime.cache.CacheKey;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.Housekeeping;
import dev.parka.runtime.cache.UserCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In processes of their own, as variables of this one cannot be set. */
class CacheCommandTest {

  @TempDir private Path folder;

  @BeforeEach
  void fill() {
    UserCache cache = new UserCache(folder);
    cache.write(CacheKind.MODULE_LIST, new CacheKey("a"), new byte[1000]);
    cache.write(CacheKind.LINKED_IMAGE, new CacheKey("b"), new byte[200_000]);
  }

  @Test
  void showsPrunesAndClears() throws Exception {
    assertThat(run(folder.toString()))
        .startsWith(folder + ", at most 5.0 MB\n")
        .containsPattern("digests of files +0 +0.0 kB\\s*\n")
        .containsPattern("lists of modules +1 +1.0 kB  last used 20..-..-..T..:..:..Z\n")
        .containsPattern("linked run-time images +1 +0.2 MB  last used 20")
        .containsPattern("all +2 +0.2 MB\n")
        .containsPattern("\nleast recently used: of the lists of modules, 20..-..-..T..:..:..Z\n$");
    assertThat(run(folder.toString(), "--format=json"))
        .contains("\"kind\" : \"linked-image\"", "\"bytes\" : 200012", "\"limit\" : 5000000");
    assertThat(run(folder.toString(), "prune", "--max-size", "500kB"))
        .isEqualTo("removed 0 entries, 0.0 kB\n");
    assertThat(run(folder.toString(), "clear")).isEqualTo("removed 2 entries, 0.2 MB\n");
    assertThat(run(folder.toString())).containsPattern("all +0 +0.0 kB\n");
  }

  @Test
  void prunesWhatWasNotUsedForLong() throws Exception {
    CacheEntry old = new Housekeeping(new UserCache(folder)).entries().get(0);
    Files.setLastModifiedTime(old.file(), FileTime.from(Instant.now().minus(3, ChronoUnit.DAYS)));
    assertThat(run(folder.toString(), "prune", "--max-age", "4d"))
        .isEqualTo("removed 0 entries, 0.0 kB\n");
    assertThat(run(folder.toString(), "prune", "--max-age", "60h")).startsWith("removed 1 entries");
    assertThat(old.file()).doesNotExist();
    assertThat(CommandLineRun.of("cache", "prune", "--max-age", "soon").err())
        .contains("'soon' is no age such as 30d or 12h");
  }

  @Test
  void saysWhereThereIsNone() throws Exception {
    assertThat(run("off"))
        .isEqualTo("there is no cache: PARKA_CACHE is off, or there is no home directory\n");
  }

  @Test
  void rejectsWhatIsNoSize() {
    CommandLineRun run = CommandLineRun.of("cache", "prune", "--max-size", "much");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("'much' is no size such as 20MB, 2GB or 1.5GiB");
  }

  private static String run(String cache, String... options) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "cache"));
    line.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("PARKA_CACHE", cache);
    builder.environment().put("PARKA_CACHE_SIZE", "5MB");
    return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
