package dev.parka.runtime.rootfs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.elf.TestElf;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.jdk.Libc;
import dev.parka.runtime.rootfs.HostLibraries.HostLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostLibrariesTest {

  @TempDir private Path directory;
  private Path root;

  @BeforeEach
  void findRoot() throws IOException {
    root = directory.toRealPath();
  }

  private HostLibraries libraries(Libc libc) throws IOException {
    return HostLibraries.of(new LibrarySource(root), Architecture.AMD64, libc);
  }

  private Path file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path link(String path, String target) throws IOException {
    Path link = root.resolve(path);
    Files.createDirectories(link.getParent());
    return Files.createSymbolicLink(link, Path.of(target));
  }

  private Path library(String path) throws IOException {
    return TestElf.of(TestElf.AMD64).write(root.resolve(path));
  }

  @Test
  void readsTheConfigurationWithItsIncludes() throws IOException {
    file("etc/ld.so.conf", "# local\n/opt/first\ninclude ld.so.conf.d/*.conf\nhwcap 1 nosegneg\n");
    file("etc/ld.so.conf.d/b.conf", "/opt/b # why\n");
    file("etc/ld.so.conf.d/a.conf", "/opt/a:/opt/a2\ninclude /etc/ld.so.conf\n");
    file("etc/ld.so.conf.d/ignored", "/opt/ignored\n");

    assertThat(libraries(Libc.GLIBC).directories())
        .containsExactly(
            "/opt/first",
            "/opt/a",
            "/opt/a2",
            "/opt/b",
            "/lib/x86_64-linux-gnu",
            "/usr/lib/x86_64-linux-gnu",
            "/lib64",
            "/usr/lib64",
            "/lib",
            "/usr/lib");
  }

  @Test
  void readsMuslsPathFile() throws IOException {
    file("etc/ld-musl-x86_64.path", "/opt/a:/opt/b\n/opt/c\n");

    assertThat(libraries(Libc.MUSL).directories())
        .containsExactly("/opt/a", "/opt/b", "/opt/c", "/lib", "/usr/local/lib", "/usr/lib");
  }

  @Test
  void followsLinksInsideTheRoot() throws IOException {
    Path real = library("usr/lib/x86_64-linux-gnu/libz.so.1.2");
    link("usr/lib/x86_64-linux-gnu/libz.so.1", "/usr/../../lib/x86_64-linux-gnu/./libz.so.1.2");
    link("lib", "usr/lib");

    HostLibrary found = libraries(Libc.GLIBC).find("libz.so.1", List.of()).orElseThrow();

    assertThat(found.path()).isEqualTo("/lib/x86_64-linux-gnu/libz.so.1");
    assertThat(found.file()).isEqualTo(real);
  }

  @Test
  void passesOverLinkLoopsDanglingLinksAndDirectories() throws IOException { // FAULTS 75
    link("lib/x86_64-linux-gnu/libz.so.1", "libz.so.1");
    link("usr/lib/x86_64-linux-gnu/libz.so.1", "nowhere");
    Files.createDirectories(root.resolve("lib64/libz.so.1"));

    assertThat(libraries(Libc.GLIBC).find("libz.so.1", List.of())).isEmpty();
  }

  @Test
  void passesOverOtherMachinesAndLinkerScripts() throws IOException {
    TestElf.of(TestElf.ARM64).write(root.resolve("lib/x86_64-linux-gnu/libz.so.1"));
    TestElf.of(3).bits(32).write(root.resolve("lib64/libz.so.1"));
    file("lib/libz.so.1", "/* GNU ld script */\nGROUP ( libz.so.1.2 )\n");
    Path right = library("usr/lib/libz.so.1");

    assertThat(libraries(Libc.GLIBC).find("libz.so.1", List.of()))
        .get()
        .extracting(HostLibrary::file)
        .isEqualTo(right);
  }
}
