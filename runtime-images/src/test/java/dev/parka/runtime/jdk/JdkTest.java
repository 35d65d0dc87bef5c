package dev.parka.runtime.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// FAULTS 48
class JdkTest {

  @TempDir Path home;

  @Test
  void describesTheRunningJdk() {
    Jdk jdk = Jdk.running();
    assertThat(jdk.featureVersion()).isEqualTo(Runtime.version().feature());
    assertThat(jdk.version().version()).isEqualTo(Runtime.version().version());
    assertThat(jdk.architecture())
        .isEqualTo(Architecture.ofJdkName(System.getProperty("os.arch")).orElseThrow());
    assertThat(jdk.tool("jlink")).isExecutable();
  }

  @Test
  void followsLinksToTheRealHome() throws IOException {
    Path link = Files.createSymbolicLink(home.resolve("link"), Jdk.running().home());
    assertThat(Jdk.at(link)).isEqualTo(Jdk.running());
  }

  @Test
  void refusesADirectoryThatIsNoJdk() {
    assertThatThrownBy(() -> Jdk.at(home))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[NotAJdk] "
                + home
                + " holds no JDK: it has no release file or no bin/java; give the directory that"
                + " holds bin, lib and release");
  }

  @Test
  void refusesADirectoryThatIsNotThere() {
    assertThatThrownBy(() -> Jdk.at(home.resolve("gone")))
        .hasMessage(
            "[NotAJdk] "
                + home.resolve("gone")
                + " cannot be read; give the directory that holds bin, lib and release");
  }

  @Test
  void refusesARunTimeImageWithoutJlink() throws IOException {
    fake("JAVA_VERSION=\"25.0.3\"\nOS_ARCH=\"x86_64\"\n");
    Files.delete(home.resolve("bin/jlink"));
    assertThatThrownBy(() -> Jdk.at(home))
        .hasMessage(
            "[NoJlink] "
                + home
                + " is a run-time image without jlink, or has neither jmods nor a linkable image;"
                + " give a whole JDK");
  }

  @Test
  void refusesAReleaseFileWithoutAVersion() throws IOException {
    fake("OS_ARCH=\"x86_64\"\n");
    assertThatThrownBy(() -> Jdk.at(home))
        .hasMessage(
            "[DamagedJdk] "
                + home.resolve("release")
                + " is not what a JDK has: JAVA_VERSION is 'null'; install the JDK again");
  }

  @Test
  void refusesAnArchitectureThatItDoesNotKnow() throws IOException {
    fake("JAVA_VERSION=\"25.0.3\"\nOS_ARCH=\"riscv64\"\n");
    assertThatThrownBy(() -> Jdk.at(home))
        .hasMessage(
            "[ForeignJdk] "
                + home
                + " was made for the architecture 'riscv64'; use a JDK for x86_64 or aarch64");
  }

  @Test
  void readsWhatTheReleaseFileSays() throws IOException {
    fake(
        """
        IMPLEMENTOR="Eclipse Adoptium"
        JAVA_RUNTIME_VERSION="25.0.3+9-LTS"
        JAVA_VERSION="25.0.3"
        LIBC="musl"
        OS_ARCH="aarch64"
        """);
    Jdk jdk = Jdk.at(home);
    assertThat(jdk.version()).hasToString("25.0.3+9-LTS");
    assertThat(jdk.vendor()).isEqualTo("Eclipse Adoptium");
    assertThat(jdk.libc()).isEqualTo(Libc.MUSL);
    assertThat(jdk.architecture()).isEqualTo(Architecture.ARM64);
    assertThat(jdk.jmods()).isEmpty();
  }

  @Test
  void theLauncherTellsTheCLibraryWhereTheReleaseFileDoesNot() throws IOException {
    fake("JAVA_VERSION=\"21.0.1\"\nOS_ARCH=\"x86_64\"\n");
    assertThat(Jdk.at(home).libc()).isEqualTo(Libc.GLIBC);
    Files.writeString(home.resolve("lib/libjava.so"), "\0libc.musl-x86_64.so.1\0");
    assertThat(Jdk.at(home).libc()).isEqualTo(Libc.MUSL);
    Files.writeString(home.resolve("bin/java"), "\0/lib64/ld-linux-x86-64.so.2\0");
    assertThat(Jdk.at(home).libc()).isEqualTo(Libc.GLIBC);
    Files.writeString(home.resolve("bin/java"), "\0/lib/ld-musl-x86_64.so.1\0");
    assertThat(Jdk.at(home).libc()).isEqualTo(Libc.MUSL);
    assertThat(Jdk.at(home).platformName()).isEqualTo("x86_64 with musl");
  }

  @Test
  void everyJdkHereSaysWhatItCanBeLinkedFrom() throws IOException {
    for (Jdk jdk : TestJdks.all()) {
      assertThat(jdk.linkSource())
          .as(jdk.toString())
          .isEqualTo(jdk.jmods().isPresent() ? LinkSource.JMODS : LinkSource.RUNTIME_IMAGE);
    }
  }

  @Test
  void aRunTimeImageIsNothingToLinkFromUnlessItListsItsFiles() throws IOException {
    fake("JAVA_VERSION=\"25.0.3\"\nOS_ARCH=\"x86_64\"\n");
    assertThat(Jdk.at(home).linkSource()).isEqualTo(LinkSource.NONE);
  }

  @Test
  void aJdkWithoutTheLibraryForWindowsIsHeadless() throws IOException {
    fake("JAVA_VERSION=\"25.0.3\"\nOS_ARCH=\"x86_64\"\n");
    assertThat(Jdk.at(home).isHeadless()).isTrue();
    Files.writeString(home.resolve("lib/libawt_xawt.so"), "");
    assertThat(Jdk.at(home).isHeadless()).isFalse();
  }

  private void fake(String release) throws IOException {
    home = home.toRealPath();
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("lib"));
    Files.writeString(home.resolve("release"), release);
    for (String file : new String[] {"bin/java", "bin/jlink", "lib/modules"}) {
      Files.writeString(home.resolve(file), "");
    }
  }
}
