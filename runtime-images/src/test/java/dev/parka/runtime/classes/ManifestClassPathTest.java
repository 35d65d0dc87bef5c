package dev.parka.runtime.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.testing.Jars;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestClassPathTest {

  @TempDir private Path folder;

  @Test
  void addsWhatAJarNamesRightAfterIt() throws IOException {
    Path app = jar("app.jar", "lib/b.jar lib/a.jar conf/");
    Path last = jar("last.jar", "");
    Path a = jar("lib/a.jar", "");
    Path b = jar("lib/b.jar", "c.jar");
    Path c = jar("lib/c.jar", "");
    Path conf = Files.createDirectories(folder.resolve("conf"));

    assertThat(ClassPath.of(List.of(app, last)).withManifestEntries().entries())
        .containsExactly(app, b, c, a, conf, last);
  }

  @Test
  void isTheOrderInWhichJavaSearches() throws Exception {
    Path app = jar("app.jar", "lib/b.jar lib/a.jar");
    jar("lib/a.jar", "");
    jar("lib/b.jar", "c.jar");
    jar("lib/c.jar", "../last.jar");
    Path last = jar("last.jar", "");
    List<Path> entries = ClassPath.of(List.of(app, last)).withManifestEntries().entries();

    assertThat(asJavaSearches(app, last)).containsExactlyElementsOf(entries);
  }

  @Test
  void isTheSameWhenDoneTwice() throws IOException {
    Path app = jar("app.jar", "lib/b.jar lib/a.jar");
    jar("lib/a.jar", "b.jar");
    jar("lib/b.jar", "../app.jar");
    ClassPath once = ClassPath.of(List.of(app)).withManifestEntries();

    assertThat(once.entries()).hasSize(3);
    assertThat(once.withManifestEntries()).isSameAs(once);
  }

  @Test
  void keepsWhatWasGivenAsItWasGiven() throws IOException {
    Path app = jar("app.jar", "lib/a.jar");
    jar("lib/a.jar", "");
    Path given = folder.resolve("lib/../lib/a.jar");

    assertThat(ClassPath.of(List.of(app, given)).withManifestEntries().entries())
        .containsExactly(app, given);
  }

  // FAULTS 41
  @Test
  void endsWhereManifestsLeadInACircleThroughLinks() throws IOException {
    Path app = jar("app.jar", "here/app.jar here/b.jar");
    Path b = jar("b.jar", "here/here/app.jar app.jar b.jar");
    Files.createSymbolicLink(folder.resolve("here"), folder);

    assertThat(ClassPath.of(List.of(app)).withManifestEntries().entries())
        .containsExactly(app, folder.resolve("here/b.jar"))
        .last()
        .satisfies(last -> assertThat(last).hasSameBinaryContentAs(b));
  }

  // FAULTS 41
  @Test
  void followsLongChains() throws IOException {
    for (int i = 0; i < 300; i++) {
      jar("c" + i + ".jar", "c" + (i + 1) + ".jar");
    }

    assertThat(ClassPath.of(List.of(folder.resolve("c0.jar"))).withManifestEntries().entries())
        .hasSize(300)
        .endsWith(folder.resolve("c299.jar"));
  }

  // FAULTS 41
  @Test
  void refusesMoreJarsThanAnyApplicationHas() throws IOException {
    jar("x.jar", "");
    Path app =
        jar(
            "app.jar",
            IntStream.rangeClosed(0, ManifestClassPath.MOST)
                .mapToObj(i -> "x.jar")
                .collect(Collectors.joining(" ")));

    assertThatThrownBy(() -> ClassPath.of(List.of(app)).withManifestEntries())
        .hasMessage(
            "[HostileJar] "
                + app
                + " has a Class-Path that leads to more than 100000 jars;"
                + " do not use it unless you trust where it comes from, and then build it again");
  }

  @Test
  void leavesOutWhatJavaDoesNotFind() throws IOException {
    Path app =
        jar(
            "app.jar",
            "missing.jar http://example.com/a.jar a.jar?b a.jar#c //host/a.jar a%zz.jar a%00.jar"
                + " text.jar empty/ : jar:file:a.jar!/ lib a.jar");
    Path a = jar("a.jar", "");
    Files.createDirectories(folder.resolve("lib"));
    Files.writeString(folder.resolve("text.jar"), "no jar");

    assertThat(ClassPath.of(List.of(app)).withManifestEntries().entries()).containsExactly(app, a);
  }

  @Test
  void knowsEscapesAbsolutePathsAndFileUrls() throws IOException {
    Path space = jar("with space.jar", "");
    Path a = jar("a.jar", "");
    Path b = jar("b.jar", "");
    Path app = jar("app.jar", "with%20space.jar " + a + " " + b.toUri());

    assertThat(ClassPath.of(List.of(app)).withManifestEntries().entries())
        .containsExactly(app, space, a, b);
  }

  @Test
  void leavesOutTheFolderWhereTheJarLies() throws IOException {
    Path app = jar("target/app.jar", ". ./ ../ / conf/");
    Path conf = Files.createDirectories(folder.resolve("target/conf"));

    assertThat(ClassPath.of(List.of(app)).withManifestEntries().entries())
        .containsExactly(app, conf);
  }

  @Test
  void leavesDamagedManifestsToWhoReadsTheJar() throws IOException {
    Path app = Jars.entries().text("META-INF/MANIFEST.MF", "\0").jar(folder.resolve("app.jar"));
    Path none = Jars.entries().text("a.txt", "").jar(folder.resolve("none.jar"));
    ClassPath classPath = ClassPath.of(List.of(app, none));

    assertThat(classPath.withManifestEntries()).isSameAs(classPath);
  }

  private Path jar(String name, String classPath) throws IOException {
    Path jar = folder.resolve(name);
    Files.createDirectories(jar.getParent());
    return Jars.entries()
        .bytes("META-INF/MANIFEST.MF", manifest(classPath))
        .text("name.txt", name)
        .jar(jar);
  }

  /** Lines of manifests have at most 72 bytes; those that go on begin with a space. */
  private static byte[] manifest(String classPath) {
    StringBuilder text = new StringBuilder("Manifest-Version: 1.0\r\n");
    if (!classPath.isEmpty()) {
      String line = "Class-Path: " + classPath;
      for (int i = 0; i < line.length(); i += 70) {
        text.append(i == 0 ? "" : " ").append(line, i, Math.min(i + 70, line.length()));
        text.append("\r\n");
      }
    }
    return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Where the class loader of applications finds {@code name.txt}, in its order. */
  private static List<Path> asJavaSearches(Path... entries) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (Path entry : entries) {
      urls.add(entry.toUri().toURL());
    }
    List<Path> found = new ArrayList<>();
    try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), null)) {
      for (URL url : Collections.list(loader.findResources("name.txt"))) {
        String text = url.toString();
        found.add(Path.of(URI.create(text.substring("jar:".length(), text.indexOf("!/")))));
      }
    }
    return found;
  }
}
