package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code parka}, with a JDK that tells what it was asked. */
class LauncherTest {

  private static final Path SCRIPT = Path.of("src/main/launcher/parka");

  private static final String JAVA =
      """
      #!/bin/sh
      for argument; do
        echo "<$argument>"
        case $argument in
          -XX:ArchiveClassesAtExit=*) echo archive > "${argument#*=}" ;;
        esac
      done
      exit ${EXIT:-0}
      """;

  @TempDir private Path directory;
  private Path cache;
  private Path script;

  @BeforeEach
  void install() throws IOException {
    cache = directory.resolve("cache");
    script = Files.copy(SCRIPT, directory.resolve("parka"));
    Files.writeString(directory.resolve("parka-cli.jar"), "jar");
    Path java = Files.createDirectories(directory.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, JAVA);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private record Run(int exit, List<String> arguments) {}

  private Run runWith(String variable, String value, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
    builder.environment().put("PARKA_CACHE", cache.toString());
    builder.environment().put(variable, value);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out.lines().toList());
  }

  private Run run(String... arguments) throws Exception {
    return runWith("EXIT", "0", arguments);
  }

  private List<Path> archives() throws IOException {
    Path archives = cache.resolve("launcher");
    if (!Files.exists(archives)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(archives)) {
      return files.sorted().toList();
    }
  }

  private static boolean uses(Run run, Path archive) {
    return run.arguments().contains("<-XX:SharedArchiveFile=" + archive + ">");
  }

  @Test
  void usesWhatTheFirstBuildLeaves() throws Exception {
    run("build");
    List<Path> archives = archives();
    assertThat(archives).hasSize(1);
    Path archive = archives.get(0);
    assertThat(uses(run("build"), archive)).isTrue();
    assertThat(uses(run("verify", "image"), archive)).isTrue();
    assertThat(archives()).containsExactly(archive);
  }

  @Test
  void passesArgumentsOnAsTheyAre() throws Exception {
    String[] arguments = {"build", "--label", "a b", "", "*", "'\"$HOME`"};
    for (int i = 0; i < 2; i++) {
      assertThat(run(arguments).arguments())
          .endsWith("<build>", "<--label>", "<a b>", "<>", "<*>", "<'\"$HOME`>");
    }
  }

  @Test
  void makesAnotherArchiveForAnotherJar() throws Exception {
    run("build");
    Files.writeString(directory.resolve("parka-cli.jar"), "another jar");
    Run second = run("build");
    assertThat(archives()).hasSize(2).noneMatch(archive -> uses(second, archive));
  }

  @Test
  void leavesNoArchiveOfWhatIsNoBuild() throws Exception {
    assertThat(run("modules").arguments()).endsWith("<modules>");
    assertThat(archives()).isEmpty();
  }

  @Test
  void leavesNoArchiveOfABuildThatFails() throws Exception {
    assertThat(runWith("EXIT", "3", "build").exit()).isEqualTo(3);
    assertThat(archives()).isEmpty();
  }

  @Test
  void remembersNothingWhereNothingMayBeRemembered() throws Exception {
    Run run = runWith("PARKA_CACHE", "off", "build");
    assertThat(run.arguments())
        .containsExactly("<-jar>", "<" + directory.toRealPath() + "/parka-cli.jar>", "<build>");
    assertThat(archives()).isEmpty();
  }

  @Test
  void buildsWhereTheCacheCannotBeMade() throws Exception {
    Files.writeString(cache, "a file");
    assertThat(run("build").arguments()).endsWith("<build>");
  }
}
