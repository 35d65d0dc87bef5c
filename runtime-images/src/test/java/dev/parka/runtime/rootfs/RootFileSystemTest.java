package dev.parka.runtime.rootfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.elf.TestElf;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.jdk.Libc;
import dev.parka.runtime.link.RuntimeImage;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.runtime.tree.Owner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On made-up machines, in which every library is a file of a few hundred bytes. */
class RootFileSystemTest {

  private static final String LOADER = "/lib64/ld-linux-x86-64.so.2";
  private static final String SEARCHED =
      "/lib/x86_64-linux-gnu, /usr/lib/x86_64-linux-gnu, /lib64, /usr/lib64, /lib, /usr/lib";

  @TempDir private Path directory;
  private Path host;
  private Path home;

  @BeforeEach
  void makeMachineAndImage() throws IOException {
    host = directory.toRealPath().resolve("host");
    home = directory.toRealPath().resolve("java");
    library("lib/x86_64-linux-gnu/libc.so.6", amd64().needs("ld-linux-x86-64.so.2"));
    library("lib64/ld-linux-x86-64.so.2", amd64().soname("ld-linux-x86-64.so.2"));
    Files.createDirectories(host.resolve("usr/lib/locale/C.utf8/LC_MESSAGES"));
    Files.writeString(host.resolve("usr/lib/locale/C.utf8/LC_CTYPE"), "all of Unicode");
    amd64().interpreter(LOADER).needs("libjli.so", "libc.so.6").write(home.resolve("bin/java"));
    amd64().needs("libc.so.6").write(home.resolve("lib/libjli.so"));
  }

  private static TestElf amd64() {
    return TestElf.of(TestElf.AMD64);
  }

  private void library(String path, TestElf elf) throws IOException {
    elf.write(host.resolve(path));
  }

  private RootFileSystem make(Libc libc, int uid, int gid) throws IOException {
    return make(libc, new Owner(uid, gid), RootFileSystemRequest.Contents.DEFAULT);
  }

  private RootFileSystem make(Libc libc, Owner user, RootFileSystemRequest.Contents contents)
      throws IOException {
    Jdk jdk =
        new Jdk(
            directory.toRealPath().resolve("jdk"),
            Runtime.Version.parse("25"),
            "test",
            Architecture.AMD64,
            libc);
    return RootFileSystem.of(
        new RootFileSystemRequest(
            new RuntimeImage(home, jdk, new TreeSet<>()),
            new ImagePath("/opt/java"),
            user,
            contents.withLibraries(new LibrarySource(host))));
  }

  /** No package manager has installed these files, which {@link ProvenanceTest} is about. */
  private static List<String> warnings(RootFileSystem made) {
    return made.warnings().stream()
        .filter(warning -> warning.id() != RuntimeProblem.NO_PACKAGE_DATA)
        .map(Problem::toString)
        .toList();
  }

  private static List<String> listing(RootFileSystem made) {
    return made.files().entries().stream()
        .map(
            entry -> {
              if (entry instanceof FileEntry.RegularFile file) {
                return String.format(Locale.ROOT, "%04o %s", file.mode(), file.path());
              }
              FileEntry.Directory dir = (FileEntry.Directory) entry;
              return String.format(Locale.ROOT, "%04o %s/", dir.mode(), dir.path());
            })
        .toList();
  }

  private static String text(RootFileSystem made, String path) throws IOException {
    FileEntry entry = made.files().find(new ImagePath(path)).orElseThrow();
    try (InputStream in = ((FileEntry.RegularFile) entry).content().open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void holdsTheLoaderTheLibrariesAndTheSystemsFiles() throws IOException {
    library(
        "lib/x86_64-linux-gnu/libc.so.6",
        amd64().needs("ld-linux-x86-64.so.2").defines("GLIBC_2.2.5", "GLIBC_2.34"));

    RootFileSystem made = make(Libc.GLIBC, 65532, 1000);

    assertThat(listing(made))
        .containsExactly(
            "0755 /etc/",
            "0644 /etc/group",
            "0644 /etc/nsswitch.conf",
            "0644 /etc/passwd",
            "0755 /lib/",
            "0755 /lib/x86_64-linux-gnu/",
            "0644 /lib/x86_64-linux-gnu/libc.so.6",
            "0755 /lib64/",
            "0755 /lib64/ld-linux-x86-64.so.2",
            "1777 /tmp/",
            "0755 /usr/",
            "0755 /usr/lib/",
            "0755 /usr/lib/locale/",
            "0755 /usr/lib/locale/C.utf8/",
            "0644 /usr/lib/locale/C.utf8/LC_CTYPE");
    assertThat(text(made, "/etc/passwd"))
        .isEqualTo(
            """
            root:x:0:0:root:/root:/sbin/nologin
            app:x:65532:1000::/home/app:/sbin/nologin
            """);
    assertThat(text(made, "/etc/group")).isEqualTo("root:x:0:\napp:x:1000:\n");
    assertThat(text(made, "/etc/nsswitch.conf")).contains("hosts: files dns\n");
    assertThat(warnings(made)).isEmpty();
  }

  @Test
  void hasNoSecondNameForRoot() throws IOException {
    library("lib/x86_64-linux-gnu/libc.so.6", amd64().defines("GLIBC_2.34"));

    RootFileSystem made = make(Libc.GLIBC, 0, 0);

    assertThat(text(made, "/etc/passwd")).isEqualTo("root:x:0:0:root:/root:/sbin/nologin\n");
    assertThat(text(made, "/etc/group")).isEqualTo("root:x:0:\n");
  }

  @Test
  void addsNameServicesToAnOldGlibc() throws IOException {
    library("lib/x86_64-linux-gnu/libc.so.6", amd64().defines("GLIBC_2.2.5", "GLIBC_2.31"));
    library("lib/x86_64-linux-gnu/libnss_files.so.2", amd64().needs("libc.so.6"));
    library("lib/x86_64-linux-gnu/libnss_dns.so.2", amd64().needs("libresolv.so.2"));
    library("lib/x86_64-linux-gnu/libresolv.so.2", amd64().needs("libc.so.6"));

    assertThat(make(Libc.GLIBC, 1, 1).libraries())
        .extracting(SharedLibrary::name)
        .containsExactly(
            "libc.so.6",
            "libnss_dns.so.2",
            "libnss_files.so.2",
            "libresolv.so.2",
            "ld-linux-x86-64.so.2");
  }

  @Test
  void putsLibrariesFromElsewhereWhereTheLoaderLooks() throws IOException {
    library("lib/x86_64-linux-gnu/libc.so.6", amd64().defines("GLIBC_2.34"));
    Files.createDirectories(host.resolve("etc"));
    Files.writeString(host.resolve("etc/ld.so.conf"), "/opt/gcc\n");
    library("opt/gcc/libx.so", amd64().needs("liby.so").runPath("$ORIGIN/private"));
    library("opt/gcc/private/liby.so", amd64().needs("libx.so"));
    amd64().needs("libx.so").write(home.resolve("lib/libz.so"));

    assertThat(make(Libc.GLIBC, 1, 1).libraries())
        .extracting(library -> library.path() + " " + host.relativize(library.source()))
        .containsExactly(
            "/lib/x86_64-linux-gnu/libc.so.6 lib/x86_64-linux-gnu/libc.so.6",
            "/lib/x86_64-linux-gnu/libx.so opt/gcc/libx.so",
            "/lib/x86_64-linux-gnu/liby.so opt/gcc/private/liby.so",
            "/lib64/ld-linux-x86-64.so.2 lib64/ld-linux-x86-64.so.2");
  }

  @Test
  void needsNothingButTheLoaderOfMusl() throws IOException {
    String loader = "lib/ld-musl-x86_64.so.1";
    library(loader, amd64().soname("libc.musl-x86_64.so.1"));
    library("usr/lib/libstdc++.so.6", amd64().needs("libc.musl-x86_64.so.1"));
    amd64()
        .interpreter("/" + loader)
        .needs("libjli.so", "libc.musl-x86_64.so.1", "libstdc++.so.6")
        .write(home.resolve("bin/java"));
    amd64().needs("libpthread.so.0").write(home.resolve("lib/libjli.so"));

    RootFileSystem made = make(Libc.MUSL, 1, 1);

    assertThat(made.libraries())
        .extracting(library -> library.path().value())
        .containsExactly("/lib/ld-musl-x86_64.so.1", "/lib/libstdc++.so.6");
    assertThat(warnings(made)).isEmpty();
  }

  @Test
  void rejectsMissingLibrariesAllAtOnce() throws IOException {
    library("lib/x86_64-linux-gnu/libc.so.6", amd64().defines("GLIBC_2.34"));
    library("usr/lib/liba.so.1", amd64().needs("libdeep.so.2"));
    amd64().needs("liba.so.1", "libz.so.1").write(home.resolve("lib/libzip.so"));
    amd64().needs("libz.so.1").write(home.resolve("lib/libjli.so"));

    assertThatThrownBy(() -> make(Libc.GLIBC, 1, 1))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[NoSharedLibrary] libdeep.so.2, needed by /usr/lib/liba.so.1, was not found for this"
                + " processor in "
                + SEARCHED
                + " of "
                + host
                + "; install the package that has it in "
                + host
                + "\n"
                + "[NoSharedLibrary] libz.so.1, needed by /opt/java/lib/libjli.so and 1 more, was"
                + " not found for this processor in "
                + SEARCHED
                + " of "
                + host
                + "; install the package that has it in "
                + host);
  }

  @Test
  void rejectsALoaderForAnotherMachine() throws IOException {
    library("lib/x86_64-linux-gnu/libc.so.6", amd64().defines("GLIBC_2.34"));
    library("lib64/ld-linux-x86-64.so.2", TestElf.of(TestElf.ARM64));

    assertThatThrownBy(() -> make(Libc.GLIBC, 1, 1))
        .hasMessage(
            "[ForeignLibraries] the run-time image asks for the loader /lib64/ld-linux-x86-64.so.2 for"
                + " x86_64, and "
                + host
                + " has /lib64/ld-linux-x86-64.so.2 for aarch64; take libraries that are made for"
                + " the processor and the C library of the JDK");
  }

  @Test
  void warnsOfDesktopLibrariesThatCannotBeLoaded() throws IOException {
    library("lib/x86_64-linux-gnu/libc.so.6", amd64().defines("GLIBC_2.34"));
    library("lib/x86_64-linux-gnu/libX11.so.6", amd64().needs("libc.so.6"));
    amd64().needs("libX11.so.6", "libXi.so.6").write(home.resolve("lib/libawt_xawt.so"));

    RootFileSystem made = make(Libc.GLIBC, 1, 1);

    assertThat(warnings(made))
        .containsExactly(
            "[UnloadableLibrary] /opt/java/lib/libawt_xawt.so cannot be loaded: libXi.so.6 was not"
                + " found for this processor in "
                + SEARCHED
                + " of "
                + host
                + "; nothing to do for a server without screen, sound and fonts; else install it"
                + " here");
    assertThat(made.warnings()).noneMatch(Problem::isError);
    assertThat(made.libraries())
        .extracting(SharedLibrary::name)
        .containsExactly("libc.so.6", "ld-linux-x86-64.so.2");
  }

  @Test
  void warnsWhereThereIsNoUtf8Locale() throws IOException {
    library("lib/x86_64-linux-gnu/libc.so.6", amd64().defines("GLIBC_2.34"));
    Files.delete(host.resolve("usr/lib/locale/C.utf8/LC_CTYPE"));

    assertThat(warnings(make(Libc.GLIBC, 1, 1)))
        .containsExactly(
            "[NoUtf8Locale] "
                + host
                + " has no C.UTF-8 locale to put into the image; install it if the application"
                + " opens files whose names are not ASCII");
  }

  @Test
  void rejectsLibrariesOfAnotherCLibrary() throws IOException {
    Files.delete(host.resolve("lib64/ld-linux-x86-64.so.2"));
    library("lib/ld-musl-x86_64.so.1", amd64());

    assertThatThrownBy(() -> make(Libc.GLIBC, 1, 1))
        .hasMessage(
            "[ForeignLibraries] the run-time image asks for the loader /lib64/ld-linux-x86-64.so.2"
                + " for x86_64, and "
                + host
                + " has /lib/ld-musl-x86_64.so.1 for x86_64; take libraries that are made for the"
                + " processor and the C library of the JDK");
  }

  @Test
  void rejectsASourceWithoutALoader() throws IOException {
    Files.delete(host.resolve("lib64/ld-linux-x86-64.so.2"));

    assertThatThrownBy(() -> make(Libc.GLIBC, 1, 1))
        .hasMessageContaining(
            "[NoSharedLibrary] /lib64/ld-linux-x86-64.so.2, needed by /opt/java/bin/java, was not"
                + " found for this processor in "
                + host
                + "; install the package that has it in "
                + host);
  }

  @Test
  void hasCaCertificatesOnRequestAlone() throws IOException {
    library("lib/x86_64-linux-gnu/libc.so.6", amd64().defines("GLIBC_2.34"));
    Path bundle = host.resolve("etc/pki/tls/certs/ca-bundle.crt");
    Files.createDirectories(bundle.getParent());
    Files.writeString(bundle, "certificates");
    RootFileSystemRequest.Contents contents = RootFileSystemRequest.Contents.DEFAULT;

    RootFileSystem made = make(Libc.GLIBC, new Owner(1, 1), contents.withCaCertificates(true));

    assertThat(text(made, "/etc/ssl/certs/ca-certificates.crt")).isEqualTo("certificates");
    assertThat(make(Libc.GLIBC, 1, 1).files().find(new ImagePath("/etc/ssl"))).isEmpty();
    Files.delete(bundle);
    assertThatThrownBy(() -> make(Libc.GLIBC, new Owner(1, 1), contents.withCaCertificates(true)))
        .hasMessage(
            "[NoCaCertificates] "
                + host
                + " has no CA certificates in /etc/ssl/certs/ca-certificates.crt or"
                + " /etc/pki/tls/certs/ca-bundle.crt; install its package ca-certificates there, or"
                + " do without: Java has its own");
  }
}
