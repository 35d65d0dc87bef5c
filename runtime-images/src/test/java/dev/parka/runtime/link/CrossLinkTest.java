package dev.parka.runtime.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parka.runtime.elf.TestElf;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.jdk.Libc;
import dev.parka.runtime.jdk.TestJdks;
import dev.parka.runtime.modules.ModuleName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Modules of a JDK that cannot run here, by the jlink of one that can. The target is a real JDK
 * behind a launcher whose loader is on no machine: what comes out must be what the JDK itself
 * links.
 */
class CrossLinkTest {

  private static final JlinkOptions ROOTS =
      JlinkOptions.of(List.of(new ModuleName("java.logging"), new ModuleName("jdk.httpserver")));

  @TempDir private Path directory;
  private Jdk real;
  private Path home;

  @BeforeEach
  void findAJdkWithJmods() throws IOException {
    Optional<Jdk> found =
        TestJdks.all().stream().filter(jdk -> jdk.jmods().isPresent()).findFirst();
    assumeTrue(found.isPresent(), "no JDK here has jmods");
    real = found.get();
    home = Files.createDirectories(directory.resolve("foreign"));
    TestElf.of(real.architecture() == Architecture.AMD64 ? TestElf.AMD64 : TestElf.ARM64)
        .interpreter("/lib/ld-musl-none.so.1")
        .write(Files.createDirectory(home.resolve("bin")).resolve("java"));
    Files.copy(real.home().resolve("release"), home.resolve("release"));
  }

  @Test
  void givesTheBytesThatTheTargetItselfLinks() throws IOException {
    Files.createSymbolicLink(home.resolve("jmods"), real.jmods().orElseThrow());
    Linker linker = new Linker();

    RuntimeImage cross = linker.link(new LinkPlan(target(), ROOTS), directory.resolve("cross"));
    RuntimeImage itself = linker.link(new LinkPlan(real, ROOTS), directory.resolve("itself"));

    assertThat(cross.jdk().libc()).isEqualTo(Libc.MUSL);
    LinkDifference.requireNone(itself, cross);
  }

  @Test
  void namesEveryDamagedModuleFile() throws IOException {
    Path jmods = Files.createDirectory(home.resolve("jmods"));
    link(jmods, "java.base.jmod");
    byte[] whole = Files.readAllBytes(real.jmods().orElseThrow().resolve("java.logging.jmod"));
    Path cut = jmods.resolve("java.logging.jmod");
    try (OutputStream out = Files.newOutputStream(cut)) {
      out.write(whole, 0, whole.length / 2);
    }
    Path empty = jmods.resolve("java.sql.jmod");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(empty))) {
      zip.putNextEntry(new ZipEntry("classes/none"));
    }

    assertThatThrownBy(
            () -> new Linker().link(new LinkPlan(target(), ROOTS), directory.resolve("image")))
        .hasMessageMatching(
            "\\[DamagedJdk\\] "
                + cut
                + " cannot be read: .+; install the JDK again\n"
                + "\\[DamagedJdk\\] "
                + empty
                + " has no classes/module-info.class; install the JDK again\n"
                + "\\[DamagedJdk\\] "
                + jmods
                + " has no jdk.httpserver.jmod, and the JDK has that module; install the JDK"
                + " again");
    assertThat(directory.resolve("image")).doesNotExist();
  }

  @Test
  void refusesTheJmodsOfAnotherJdk() throws IOException {
    Path jmods = Files.createDirectory(home.resolve("jmods"));
    Path base = link(jmods, "java.base.jmod");
    Jdk newer =
        new Jdk(home, Runtime.Version.parse("99.0.1"), "test", real.architecture(), Libc.MUSL);
    String version = real.version().toString().split("[+-]", -1)[0];

    assertThatThrownBy(() -> ModuleFiles.requireWhole(newer, ROOTS.roots()))
        .hasMessageStartingWith(
            "[DamagedJdk] " + base + " is of version " + version + " and the JDK is 99.0.1; ");
  }

  @Test
  void refusesJmodsForAnotherProcessor() throws IOException { // FAULTS 47
    Path jmods = Files.createDirectory(home.resolve("jmods"));
    Path base = link(jmods, "java.base.jmod");
    boolean here = real.architecture() == Architecture.AMD64;
    Jdk other =
        new Jdk(
            home,
            real.version(),
            "test",
            here ? Architecture.ARM64 : Architecture.AMD64,
            Libc.MUSL);

    assertThatThrownBy(() -> ModuleFiles.requireWhole(other, ROOTS.roots()))
        .hasMessageStartingWith(
            "[DamagedJdk] "
                + base
                + " is made for "
                + real.architecture().jdkName()
                + " and the JDK for "
                + other.architecture().jdkName()
                + "; install the JDK again");
  }

  private Path link(Path jmods, String name) throws IOException {
    return Files.createSymbolicLink(jmods.resolve(name), real.jmods().orElseThrow().resolve(name));
  }

  private Jdk target() {
    return new Jdk(home, real.version(), "test", real.architecture(), Libc.MUSL);
  }
}
