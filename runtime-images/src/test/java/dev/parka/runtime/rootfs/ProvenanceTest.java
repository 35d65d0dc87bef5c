package dev.parka.runtime.rootfs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.Problem;
import dev.parka.runtime.cache.FileFacts;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {

  private static final ImagePath LIBC = new ImagePath("/lib/x86_64-linux-gnu/libc.so.6");
  private static final ImagePath LIBZ = new ImagePath("/lib/x86_64-linux-gnu/libz.so.1");

  private static final String STATUS =
      """
      Package: libc6
      Status: install ok installed
      Maintainer: GNU Libc Maintainers <debian-glibc@lists.debian.org>
      Architecture: i386
      Multi-Arch: same
      Source: glibc
      Version: 2.36-1

      Package: libc6
      Status: install ok installed
      Maintainer: GNU Libc Maintainers <debian-glibc@lists.debian.org>
      Architecture: amd64
      Multi-Arch: same
      Source: glibc
      Version: 2.36-9
      Description: GNU C Library: Shared libraries
       Contains the standard libraries that are used by nearly all programs on
       the system. This package includes shared versions of the standard C library
      Homepage: https://www.gnu.org/software/libc/libc.html

      Package: zlib1g
      Maintainer: J\u00f6rg
      Architecture: amd64
      Source: zlib (1:1.2.13.dfsg-1)
      Version: 1:1.2.13.dfsg-1+b1

      Package: jdk
      Maintainer: Someone
      Architecture: amd64
      Version: 17
      """;

  @TempDir private Path directory;
  private Path root;

  @BeforeEach
  void findRoot() throws IOException {
    root = Files.createDirectory(directory.toRealPath().resolve("root"));
    write("usr/lib/x86_64-linux-gnu/libc.so.6", "C");
    write("usr/lib/x86_64-linux-gnu/libz.so.1.2", "z");
    write("usr/lib/jvm/bin/jlink", "");
  }

  private Path write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void installWithDpkg() throws IOException {
    write("var/lib/dpkg/status", STATUS);
    write("var/lib/dpkg/info/libc6:amd64.list", "/.\n/lib\n/lib/x86_64-linux-gnu/libc.so.6\n");
    write("var/lib/dpkg/info/libc6:i386.list", "/.\n/lib/i386-linux-gnu/libc.so.6\n");
    write("var/lib/dpkg/info/zlib1g.list", "/.\n/usr/lib/x86_64-linux-gnu/libz.so.1.2\n");
    write("var/lib/dpkg/info/jdk.list", "/usr/lib/jvm/bin/jlink\n");
    write("usr/share/doc/zlib1g/copyright", "zlib's licence\n");
    write("usr/share/doc/glibc-doc/copyright", "glibc's licence\n");
    Files.createSymbolicLink(root.resolve("usr/share/doc/libc6"), Path.of("glibc-doc"));
    write("usr/lib/os-release", "ID=debian\n");
    Files.createDirectories(root.resolve("etc"));
    Files.createSymbolicLink(root.resolve("etc/os-release"), Path.of("../usr/lib/os-release"));
  }

  private Provenance provenance() throws IOException {
    return provenance("libz.so.1.2");
  }

  private Provenance provenance(String libz) throws IOException {
    return provenance(libz, FileFacts.NONE);
  }

  private Provenance provenance(String libz, FileFacts facts) throws IOException {
    return Provenance.of(
        new HostRoot(root),
        new LibrarySource(root),
        List.of(
            new CopiedFile(LIBZ, root.resolve("usr/lib/x86_64-linux-gnu").resolve(libz)),
            new CopiedFile(LIBC, root.resolve("usr/lib/x86_64-linux-gnu/libc.so.6"))),
        root.resolve("usr/lib/jvm/bin/jlink"),
        facts);
  }

  @Test
  void remembersWhoOwnsWhatUntilSomethingIsInstalled() throws IOException {
    installWithDpkg();
    FileTime old = FileTime.from(Instant.now().minusSeconds(60));
    Path info = root.resolve("var/lib/dpkg/info");
    Files.setLastModifiedTime(info, old);
    FileFacts facts =
        new FileFacts(Optional.of(new UserCache(directory.toRealPath().resolve("cache"))));
    Provenance first = provenance("libz.so.1.2", facts);
    // dpkg never does this: it is how to see that lists are not read again.
    Files.writeString(info.resolve("zlib1g.list"), "");
    assertThat(provenance("libz.so.1.2", facts).owners()).isEqualTo(first.owners());
    Files.move(write("new", ""), info.resolve("zlib1g.list"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(provenance("libz.so.1.2", facts).owners().keySet()).containsExactly(LIBC);
  }

  private static Map<String, String> texts(Provenance provenance) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (FileEntry entry : provenance.files()) {
      if (entry instanceof FileEntry.RegularFile file) {
        try (InputStream in = file.content().open()) {
          texts.put(file.path().value(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      } else if (entry instanceof FileEntry.SymbolicLink link) {
        texts.put(link.path().value(), "-> " + link.target());
      }
    }
    return texts;
  }

  @Test
  void writesDownWhatDpkgKnows() throws IOException {
    installWithDpkg();

    Provenance provenance = provenance();

    assertThat(provenance.warnings()).isEmpty();
    assertThat(provenance.owner(LIBC)).contains(new SystemPackage("libc6", "2.36-9", "amd64"));
    assertThat(provenance.packages())
        .extracting(SystemPackage::toString)
        .containsExactly("jdk 17", "libc6 2.36-9", "zlib1g 1:1.2.13.dfsg-1+b1");
    assertThat(texts(provenance))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "/etc/os-release",
                "ID=debian\n",
                "/var/lib/dpkg/status.d/libc6",
                """
                Package: libc6
                Source: glibc (2.36-9)
                Version: 2.36-9
                Architecture: amd64
                Maintainer: GNU Libc Maintainers <debian-glibc@lists.debian.org>
                """,
                "/var/lib/dpkg/status.d/libc6.md5sums",
                "0d61f8370cad1d412f80b84d143e1257  lib/x86_64-linux-gnu/libc.so.6\n",
                "/var/lib/dpkg/status.d/zlib1g",
                """
                Package: zlib1g
                Source: zlib (1:1.2.13.dfsg-1)
                Version: 1:1.2.13.dfsg-1+b1
                Architecture: amd64
                Maintainer: J\u00f6rg
                """,
                "/var/lib/dpkg/status.d/zlib1g.md5sums",
                "fbade9e36a3f36d3d676c1b808451dd7  lib/x86_64-linux-gnu/libz.so.1\n",
                "/var/lib/dpkg/status.d/jdk",
                """
                Package: jdk
                Source: jdk (17)
                Version: 17
                Architecture: amd64
                Maintainer: Someone
                """,
                "/usr/share/doc/glibc-doc/copyright",
                "glibc's licence\n",
                "/usr/share/doc/libc6/copyright",
                "-> /usr/share/doc/glibc-doc/copyright",
                "/usr/share/doc/zlib1g/copyright",
                "zlib's licence\n"));
  }

  @Test
  void readsWhatItWritesAsDistrolessImagesHaveIt() throws IOException {
    installWithDpkg();
    Map<String, String> written = texts(provenance());
    for (String path : List.of("var/lib/dpkg/status", "var/lib/dpkg/info/libc6:amd64.list")) {
      Files.delete(root.resolve(path));
    }
    for (String path : List.of("libc6:i386", "zlib1g", "jdk")) {
      Files.delete(root.resolve("var/lib/dpkg/info/" + path + ".list"));
    }
    for (Map.Entry<String, String> file : written.entrySet()) {
      if (file.getKey().startsWith("/var/")) {
        write(file.getKey().substring(1), file.getValue());
      }
    }

    Path libraries = root.resolve("usr/lib/x86_64-linux-gnu");
    Files.move(libraries.resolve("libz.so.1.2"), libraries.resolve("libz.so.1"));

    Map<String, String> again = texts(provenance("libz.so.1"));

    written.remove("/var/lib/dpkg/status.d/jdk");
    assertThat(again).isEqualTo(written);
  }

  @Test
  void writesDownWhatApkKnows() throws IOException {
    String zlib =
        """
        C:Q1x=
        P:zlib
        V:1.3.1-r2
        A:x86_64
        L:Zlib
        o:zlib
        F:usr
        F:usr/lib/x86_64-linux-gnu
        R:libz.so.1
        R:libz.so.1.2
        Z:Q1y=
        """;
    write(
        "lib/apk/db/installed",
        "P:busybox\nV:1\nA:x86_64\nF:bin\nR:busybox\n\n"
            + zlib
            + "\nP:root\nV:2\nA:x86_64\nF:\nR:file\n\n");
    write("etc/alpine-release", "3.22.0\n");

    Provenance provenance = provenance();

    assertThat(texts(provenance))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("/etc/alpine-release", "3.22.0\n", "/lib/apk/db/installed", zlib + "\n"));
    assertThat(provenance.owner(LIBZ)).contains(new SystemPackage("zlib", "1.3.1-r2", "x86_64"));
    assertThat(provenance.owner(LIBC)).isEqualTo(Optional.empty());
    assertThat(provenance.warnings())
        .extracting(Problem::toString)
        .containsExactly(
            "[NoPackageData] "
                + root
                + " has no package for /lib/x86_64-linux-gnu/libc.so.6; scanners will not see what"
                + " is in them: take libraries that dpkg or apk has installed");
  }

  @Test
  void saysWhereNothingIsKnown() throws IOException {
    assertThat(provenance().packages()).isEmpty();
    assertThat(provenance().files()).isEmpty();
    assertThat(provenance().warnings())
        .extracting(Problem::toString)
        .containsExactly(
            "[NoPackageData] "
                + root
                + " has no package data for /lib/x86_64-linux-gnu/libc.so.6 and 1 more; scanners"
                + " will not see what is in them: take libraries that dpkg or apk has installed");
  }
}
