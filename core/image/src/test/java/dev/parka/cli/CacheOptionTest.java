package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.image.TestApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In processes of their own, as variables of this one cannot be set. */
class CacheOptionTest {

  @TempDir private Path folder;
  private Path cache;
  private Path classes;

  @BeforeEach
  void compile() throws IOException {
    cache = folder.resolve("cache");
    classes =
        TestApplication.compile(
            folder,
            "App.java",
            """
            public class App {
              public static void main(String[] arguments) {
                System.out.println(java.util.logging.Level.INFO);
              }
            }
            """);
  }

  @Test
  void remembersListsWhereTheVariableSays() throws Exception {
    String first = run(cache.toString(), "modules");
    assertThat(first).isEqualTo("java.base\njava.logging\n");
    assertThat(cache).isNotEmptyDirectory();
    assertThat(run(cache.toString(), "modules")).isEqualTo(first);
  }

  @Test
  void remembersNothingWhereThatIsAskedFor() throws Exception {
    assertThat(run(cache.toString(), "modules", "--no-cache"))
        .isEqualTo("java.base\njava.logging\n");
    assertThat(run(cache.toString(), "dockerfile", "--no-cache"))
        .contains("--add-modules=java.base,java.logging ");
    assertThat(cache).doesNotExist();
  }

  @Test
  void remembersNothingWhereTheCacheIsOff() throws Exception {
    assertThat(run("off", "modules")).isEqualTo("java.base\njava.logging\n");
    assertThat(folder.resolve(".cache")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"modules", "dockerfile", "build", "trace"})
  void isExplained(String command) {
    assertThat(CommandLineRun.of(command, "--help").out()).contains("--no-cache", "PARKA_CACHE");
  }

  private String run(String variable, String command, String... options) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                command,
                "--class-path",
                classes.toString(),
                "--main-class",
                "App"));
    line.addAll(Arrays.asList(options));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().put("PARKA_CACHE", variable);
    builder.environment().remove("XDG_CACHE_HOME");
    Path errors = folder.resolve("errors");
    Process process = builder.redirectError(errors.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return out;
  }
}
