package dev.parka.runtime.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parka.runtime.process.ChildProcess;
import dev.parka.runtime.process.ProcessResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On disks that are full or read-only, each mounted in a name space of its own. */
class HostileDiskTest {

  private static final String SMALL = "mount -t tmpfs -o size=1m none \"$0\"";

  @TempDir private Path directory;
  private Path disk;
  private ScriptedJdk jdk;

  @BeforeEach
  void makeJdk() throws IOException {
    disk = Files.createDirectory(directory.resolve("disk"));
    ProcessResult possible = inNamespace(SMALL, List.of());
    assumeTrue(possible.succeeded(), () -> "no mounts here: " + possible.describe());
    jdk = ScriptedJdk.in(directory);
  }

  /** Runs a script that has the disk as $0 and a command as its arguments. */
  private ProcessResult inNamespace(String script, List<String> command) {
    List<String> all =
        new ArrayList<>(List.of("unshare", "-Ur", "--mount", "sh", "-c", script, disk.toString()));
    all.addAll(command);
    return ChildProcess.of(all).run();
  }

  @Test
  void leavesNothingOnAFullDisk() { // FAULTS 69
    ProcessResult result =
        inNamespace(
            SMALL + " && \"$@\"; ls -A \"$0\"",
            CachedLinkInChild.command(jdk, directory.resolve("cache"), disk.resolve("image")));

    assertThat(result.stdout())
        .isEqualTo(
            "[CannotWrite] "
                + disk.resolve("image")
                + " cannot be written: java.io.IOException: No space left on device; give a path"
                + " that can be written, on a disk that is not full\n");
  }

  @Test
  void leavesNothingOnAFullDiskWhenItRemembers() {
    Path cache = directory.resolve("cache");
    List<String> first = CachedLinkInChild.command(jdk, cache, directory.resolve("image"));
    assertThat(ChildProcess.of(first).run().stdout()).isEqualTo("linked\n");

    ProcessResult result =
        inNamespace(
            SMALL + " && \"$@\"; ls -A \"$0\"",
            CachedLinkInChild.command(jdk, cache, disk.resolve("image")));

    assertThat(result.stdout())
        .startsWith("[CannotWrite] " + disk.resolve("image") + " cannot be written: ")
        .endsWith("; give a path that can be written, on a disk that is not full\n");
  }

  @Test
  void linksWhenTheCacheIsFull() {
    ProcessResult result =
        inNamespace(
            SMALL + " && \"$@\" && find \"$0\" -path '*/images/*' -type f",
            CachedLinkInChild.command(jdk, disk.resolve("cache"), directory.resolve("image")));

    assertThat(result.stdout()).isEqualTo("linked\n");
    assertThat(directory.resolve("image/lib/file8")).exists();
  }

  @Test
  void readsACacheThatCannotBeWritten() { // FAULTS 71
    List<String> first = CachedLinkInChild.command(jdk, disk, directory.resolve("image"));
    assertThat(ChildProcess.of(first).run().stdout()).isEqualTo("linked\n");

    ProcessResult result =
        inNamespace(
            "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && ! touch \"$0/file\""
                + " && \"$@\"",
            CachedLinkInChild.command(jdk, disk, directory.resolve("second")));

    assertThat(result.stdout()).as(result::describe).isEqualTo("remembered\n");
  }
}
