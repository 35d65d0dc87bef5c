package dev.parka.runtime.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.jdk.Libc;
import dev.parka.runtime.jdk.TestJdks;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.process.ChildProcess;
import dev.parka.runtime.process.ProcessResult;
import dev.parka.runtime.strip.StripPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkerTest {

  private static final JlinkOptions JAVA_BASE = JlinkOptions.of(List.of(ModuleName.JAVA_BASE));

  @TempDir private Path directory;

  private final Linker linker = new Linker();

  static List<Jdk> jdks() throws IOException {
    return TestJdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void leavesNothingOutWhenAskedTo(Jdk jdk) {
    LinkPlan plan = new LinkPlan(jdk, JAVA_BASE.withCompressed(true)).withStrips(StripPlan.NOTHING);

    RuntimeImage image = linker.link(plan, directory.resolve("made/along/image"));

    assertThat(image.modules()).containsExactly(ModuleName.JAVA_BASE);
    assertRuns(image);
    assertThat(image.saved()).isEmpty();
    for (String path : List.of("bin/keytool", "include/jni.h", "lib/classlist", "lib/jrt-fs.jar")) {
      assertThat(image.home().resolve(path)).exists();
    }
    assertThat(image.home().resolve("lib/modules"))
        .satisfies(file -> assertThat(Files.size(file)).isLessThan(15_000_000));
  }

  static void assertRuns(RuntimeImage image) {
    ProcessResult result =
        ChildProcess.of(image.home().resolve("bin/java").toString(), "-version").run();

    assertThat(result.succeeded()).as(result::describe).isTrue();
    assertThat(result.stderr())
        .contains("\"" + image.jdk().version().toString().split("[+-]", -1)[0] + "\"");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void showsJlinksOwnMessageAndLeavesNothing(Jdk jdk) {
    LinkPlan plan =
        new LinkPlan(
            jdk, JlinkOptions.of(List.of(ModuleName.JAVA_BASE, new ModuleName("no.such"))));

    assertThatThrownBy(() -> linker.link(plan, directory.resolve("image")))
        .isInstanceOf(ParkaException.class)
        .hasMessageStartingWith("[LinkFailed] " + jdk.home() + "/bin/j")
        .hasMessageContainingAll(
            " --add-modules=java.base,no.such ",
            " ended with exit code 1:",
            "\n  Error: Module no.such not found",
            "; ask for what this JDK's jlink can link");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void rejectsAnOutputThatExists() throws IOException {
    Path output = Files.createSymbolicLink(directory.resolve("image"), Path.of("nowhere"));

    assertThatThrownBy(() -> linker.link(new LinkPlan(Jdk.running(), JAVA_BASE), output))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[CannotWrite] "
                + output
                + " exists already; remove it, or give a path that does not exist");
    assertThat(directory.toFile().list()).containsExactly("image");
  }

  @Test
  void rejectsAnOutputThatCannotBeWritten() {
    Path output = Path.of("/proc/nowhere/image");

    assertThatThrownBy(() -> linker.link(new LinkPlan(Jdk.running(), JAVA_BASE), output))
        .isInstanceOf(ParkaException.class)
        .hasMessageStartingWith("[CannotWrite] /proc/nowhere/image cannot be written: ")
        .hasMessageEndingWith("; give a path that can be written, on a disk that is not full");
  }

  @Test
  void rejectsAnOldJdkWithoutJmods() throws IOException {
    Jdk old = oldJdk();
    Path home = old.home();

    assertThatThrownBy(() -> linker.link(new LinkPlan(old, JAVA_BASE), directory.resolve("image")))
        .hasMessage(
            "[NoJlink] "
                + home
                + " has no jmods and is too old to link without; install its jmods");
    assertThat(directory.toFile().list()).containsExactly("jdk");
  }

  @Test
  void rejectsDamagedJmods() throws IOException {
    Jdk old = oldJdk();
    Path jmod = Files.createDirectory(old.home().resolve("jmods")).resolve("java.base.jmod");
    Files.writeString(jmod, "JM\1\0 and nothing more");

    assertThatThrownBy(() -> linker.link(new LinkPlan(old, JAVA_BASE), directory.resolve("image")))
        .hasMessageStartingWith("[DamagedJdk] " + jmod + " cannot be read: ")
        .hasMessageEndingWith("; install the JDK again");
  }

  private Jdk oldJdk() throws IOException {
    Jdk running = Jdk.running();
    Path home = Files.createDirectory(directory.resolve("jdk"));
    Files.copy(running.tool("java"), Files.createDirectory(home.resolve("bin")).resolve("java"));
    return new Jdk(
        home, Runtime.Version.parse("17.0.1"), "test", running.architecture(), Libc.GLIBC);
  }

  @Test
  void saysWhichFilesDiffer() throws IOException {
    Path one = Files.createDirectories(directory.resolve("one/lib"));
    Path other = Files.createDirectories(directory.resolve("other/lib"));
    for (Path lib : List.of(one, other)) {
      Files.writeString(lib.resolve("modules"), lib.toString());
      Files.writeString(lib.resolve("tzdb.dat"), "same");
    }
    Files.writeString(other.resolve("new"), "");
    Jdk jdk = Jdk.running();

    assertThatThrownBy(
            () ->
                LinkDifference.requireNone(
                    new RuntimeImage(one.getParent(), jdk, new TreeSet<>()),
                    new RuntimeImage(other.getParent(), jdk, new TreeSet<>())))
        .hasMessage(
            "[UnstableLink] linking twice from "
                + jdk.home()
                + " gave two versions of [/lib/modules, /lib/new]; report the JDK's version and the"
                + " modules: there is no recipe for this JDK yet");
  }
}
