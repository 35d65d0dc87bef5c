package dev.parka.runtime.link;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.elf.TestElf;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.jdk.Libc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostCheckTest {

  @TempDir private Path home;
  private Path java;

  @BeforeEach
  void makeJdk() throws IOException {
    java = Files.createDirectory(home.resolve("bin")).resolve("java");
  }

  private Jdk jdk(Architecture architecture, Libc libc) {
    return new Jdk(home, Runtime.Version.parse("25"), "test", architecture, libc);
  }

  @Test
  void letsAJdkPassWhoseLoaderIsHere() throws IOException {
    TestElf.of(TestElf.AMD64).interpreter(home + "/bin/java").write(java);

    assertThatCode(() -> HostCheck.require(jdk(Architecture.AMD64, Libc.GLIBC), "amd64"))
        .doesNotThrowAnyException();
  }

  @Test
  void letsAScriptPass() throws IOException {
    Files.writeString(java, "#!/bin/sh\n");

    assertThatCode(() -> HostCheck.require(jdk(Architecture.ARM64, Libc.GLIBC), "aarch64"))
        .doesNotThrowAnyException();
  }

  @Test
  void rejectsAJdkForAnotherProcessor() throws IOException { // FAULTS 47
    TestElf.of(TestElf.ARM64).write(java);

    assertThatThrownBy(() -> HostCheck.require(jdk(Architecture.ARM64, Libc.GLIBC), "amd64"))
        .hasMessage(
            "[ForeignJdk] "
                + home
                + " is made for aarch64, this is amd64; link with a JDK for this machine");
  }

  @Test
  void rejectsAJdkForAnotherCLibrary() throws IOException {
    TestElf.of(TestElf.AMD64).interpreter("/lib/ld-musl-none.so.1").write(java);

    assertThatThrownBy(() -> HostCheck.require(jdk(Architecture.AMD64, Libc.MUSL), "amd64"))
        .hasMessage(
            "[ForeignJdk] "
                + home
                + " is made for musl: its loader /lib/ld-musl-none.so.1 is not on this machine;"
                + " link with a JDK for this machine's C library");
  }

  @Test
  void rejectsAJdkThatContradictsItself() throws IOException {
    TestElf.of(TestElf.ARM64).write(java);

    assertThatThrownBy(() -> HostCheck.require(jdk(Architecture.AMD64, Libc.GLIBC), "amd64"))
        .hasMessage(
            "[DamagedJdk] "
                + java
                + " is made for aarch64 and the release file says x86_64; install the JDK again");
  }
}
