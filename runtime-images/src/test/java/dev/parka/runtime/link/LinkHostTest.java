package dev.parka.runtime.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.elf.TestElf;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.jdk.InstalledJdks;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.jdk.Libc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose jlink is taken for which modules; the JDKs are folders with the files that are asked. */
class LinkHostTest {

  @TempDir private Path directory;

  @Test
  void aJdkThatRunsHereLinksItself() throws IOException {
    Jdk jdk = jdk("17.0.1", TestElf.AMD64, Architecture.AMD64, true);

    LinkHost host = host(jdk);

    assertThat(host.jdk()).isEqualTo(jdk);
    assertThat(host.isCross()).isFalse();
    assertThat(host.arguments()).isEmpty();
  }

  @Test
  void modulesForAnotherProcessorAreTakenByTheFirstJdkOfTheirFeatureVersion() throws IOException {
    Jdk target = jdk("17.0.21", TestElf.ARM64, Architecture.ARM64, true);
    Jdk newer = jdk("25.0.3", TestElf.AMD64, Architecture.AMD64, true);
    Jdk first = jdk("17.0.15", TestElf.AMD64, Architecture.AMD64, true);
    Jdk second = jdk("17.0.14", TestElf.AMD64, Architecture.AMD64, true);

    LinkHost host = host(target, newer, first, second);

    assertThat(host.jdk()).isEqualTo(first);
    assertThat(host.isCross()).isTrue();
    assertThat(host.arguments()).containsExactly("--module-path=" + target.home() + "/jmods");
  }

  @Test
  void theVeryVersionOfTheTargetGoesFirst() throws IOException {
    Jdk target = jdk("17.0.21", TestElf.ARM64, Architecture.ARM64, true);
    Jdk other = jdk("17.0.15", TestElf.AMD64, Architecture.AMD64, true);
    Jdk same = jdk("17.0.21", TestElf.AMD64, Architecture.AMD64, false);

    assertThat(host(target, other, same).jdk()).isEqualTo(same);
  }

  @Test
  void saysWhichJdkWouldDo() throws IOException { // FAULTS 47
    Jdk target = jdk("17.0.21", TestElf.ARM64, Architecture.ARM64, true);
    Jdk other = jdk("25.0.3", TestElf.AMD64, Architecture.AMD64, true);

    assertThatThrownBy(() -> host(target, other, target))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[ForeignJdk] %1$s is made for aarch64, this is amd64, and of the JDKs of this machine"
                    .formatted(target.home())
                + " none can link its modules: 25.0.3 for x86_64 in %s, 17.0.21 for aarch64 in %s;"
                    .formatted(other.home(), target.home())
                + " install a JDK 17 for this machine beside it");
  }

  @Test
  void aForeignJdkWithoutJmodsCannotBeLinked() throws IOException { // FAULTS 43
    Jdk target = jdk("25.0.3", TestElf.ARM64, Architecture.ARM64, false);

    assertThatThrownBy(() -> host(target, jdk("25.0.3", TestElf.AMD64, Architecture.AMD64, true)))
        .hasMessage(
            "[ForeignJdk] "
                + target.home()
                + " is made for aarch64, this is amd64, and it has no jmods for the jlink of"
                + " another JDK to take; install its jmods, or take a build that has them, such as"
                + " Debian's openjdk-<version>-jdk-headless");
  }

  @Test
  void aJdkThatIsToLinkAnotherVersionIsRefused() throws IOException { // FAULTS 46
    Jdk target = jdk("99", TestElf.AMD64, Architecture.AMD64, true);
    Jdk running = Jdk.running();

    assertThatThrownBy(() -> LinkHost.fixed(running, target))
        .hasMessage(
            "[ForeignJdk] the jlink of "
                + running.home()
                + " is of version "
                + running.version()
                + " and the modules of "
                + target.home()
                + " are of version 99; link with a JDK 99");
  }

  @Test
  void aNewJdkThatHasNothingToLinkFromIsRefused() throws IOException { // FAULTS 43
    Jdk target = jdk("25.0.3", TestElf.AMD64, Architecture.AMD64, false);

    assertThatThrownBy(() -> host(target))
        .hasMessage(
            "[NoJlink] "
                + target.home()
                + " has no jmods, and its run-time image does not list what jlink needs; install"
                + " its jmods");
  }

  private static LinkHost host(Jdk target, Jdk... installed) throws IOException {
    return LinkHost.of(target, () -> new InstalledJdks(List.of(installed)), "amd64");
  }

  private Jdk jdk(String version, int machine, Architecture architecture, boolean jmods)
      throws IOException {
    Path home = Files.createTempDirectory(directory, "jdk");
    Path java = Files.createDirectory(home.resolve("bin")).resolve("java");
    TestElf.of(machine).write(java);
    Files.writeString(Files.createDirectory(home.resolve("lib")).resolve("modules"), "");
    if (jmods) {
      Files.writeString(Files.createDirectory(home.resolve("jmods")).resolve("java.base.jmod"), "");
    }
    return new Jdk(home, Runtime.Version.parse(version), "test", architecture, Libc.GLIBC);
  }
}
