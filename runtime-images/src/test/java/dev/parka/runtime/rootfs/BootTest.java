package dev.parka.runtime.rootfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.link.JlinkOptions;
import dev.parka.runtime.link.LinkPlan;
import dev.parka.runtime.link.Linker;
import dev.parka.runtime.link.RuntimeImage;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.process.ChildProcess;
import dev.parka.runtime.process.ProcessResult;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.runtime.tree.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a linked {@code java} with nothing but its root file system around it. */
class BootTest {

  private static final ImagePath AT = new ImagePath("/opt/java");

  @TempDir private Path directory;

  @Test
  void runsInsideItsRootFileSystem() throws IOException {
    Path root = Files.createDirectory(directory.resolve("root"));
    Files.createDirectory(root.resolve("proc"));
    ProcessResult possible = inNamespace("mount -t proc proc \"$0/proc\"", root);
    assumeTrue(possible.succeeded(), () -> "no new root here: " + possible.describe());
    RuntimeImage image =
        new Linker()
            .link(
                new LinkPlan(Jdk.running(), JlinkOptions.of(List.of(ModuleName.JAVA_BASE))),
                directory.resolve("image"));
    RootFileSystem system =
        RootFileSystem.of(RootFileSystemRequest.of(image, AT, new Owner(65532, 65532)));
    TreeOnDisk.write(system.files(), root);
    TreeOnDisk.write(image.files(AT), root);

    ProcessResult result =
        inNamespace(
            "mount -t proc proc \"$0/proc\" && exec chroot \"$0\""
                + " /opt/java/bin/java -XshowSettings:properties -version",
            root);

    assertThat(result.succeeded()).as(result::describe).isTrue();
    assertThat(result.stderr())
        .contains("java.home = /opt/java\n", Jdk.running().version().toString().split("-", -1)[0]);
    if (system.warnings().isEmpty()) {
      assertThat(result.stderr()).contains("sun.jnu.encoding = UTF-8\n");
    }
  }

  private static ProcessResult inNamespace(String script, Path root) {
    return ChildProcess.of(
            "unshare", "-Ur", "--mount", "--pid", "--fork", "sh", "-c", script, root.toString())
        .run();
  }
}
