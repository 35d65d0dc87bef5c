package dev.parka.runtime.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.testing.JdkClassFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same modules as the JDK's own file system has, of this JDK and of another. */
class ImageFileTest {

  private final Random random = new Random(7);

  static List<Jdk> jdks() throws IOException {
    return TestJdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void hasTheSameModulesOfTheSameSizes(Jdk jdk) throws IOException {
    try (JdkFiles image = image(jdk);
        JdkFiles judge = JrtFiles.open(jdk)) {
      assertThat(image).isInstanceOf(ImageFile.class);
      assertThat(image.modules()).isEqualTo(judge.modules()).containsKey("java.base");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void hasTheSameFiles(Jdk jdk) throws IOException {
    try (JdkFiles image = image(jdk)) {
      for (String module : List.of("java.base", "java.sql", "java.xml", "java.desktop")) {
        Map<String, byte[]> classes = JdkClassFiles.of(jdk, module);
        for (String path : sample(classes.keySet(), 150)) {
          assertThat(image.has(module, path)).as(path).isTrue();
          assertThat(image.read(module, path).orElseThrow()).as(path).isEqualTo(classes.get(path));
          if (path.indexOf('/') > 0) {
            assertThat(image.modulesOf(packageOf(path))).as(path).contains(module);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void hasTheSamePackages(Jdk jdk) throws IOException {
    try (JdkFiles image = image(jdk);
        JdkFiles judge = JrtFiles.open(jdk)) {
      for (String module : List.of("java.desktop", "java.management", "jdk.net", "java.se")) {
        for (String path : JdkClassFiles.of(jdk, module).keySet()) {
          String name = packageOf(path);
          if (!name.isEmpty()) {
            // The judge also names modules where the package holds only packages.
            assertThat(image.modulesOf(name))
                .as(name)
                .contains(module)
                .isSubsetOf(judge.modulesOf(name));
          }
        }
      }
    }
  }

  /** A package may hold only packages: there, no module has anything. */
  @Test
  void knowsNoModuleOfPackagesThatHoldOnlyPackages() throws IOException {
    try (JdkFiles image = image(Jdk.running())) {
      assertThat(image.modulesOf("java.sql")).containsExactly("java.sql");
      assertThat(image.modulesOf("java")).isEmpty();
      assertThat(image.modulesOf("")).isEmpty();
      assertThat(image.modulesOf("com.acme")).isEmpty();
      assertThat(image.modulesOf("java.sql/java.sql")).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void hasNothingElse(Jdk jdk) throws IOException {
    try (JdkFiles image = image(jdk)) {
      List<String> modules = List.of("java.sql", "java.base", "java.xml");
      Set<String> there = JdkClassFiles.of(jdk, "java.sql").keySet();
      List<String> paths = new ArrayList<>(there);
      for (int i = 0; i < 20_000; i++) {
        String module = modules.get(random.nextInt(modules.size()));
        String path = mutated(paths.get(random.nextInt(paths.size())));
        boolean isThere =
            path.equals("module-info.class") || (module.equals("java.sql") && there.contains(path));
        assertThat(image.has(module, path)).as(module + " " + path).isEqualTo(isThere);
        assertThat(image.read(module, path).isPresent()).isEqualTo(isThere);
      }
    }
  }

  @Test
  void hasNoFileByNamesThatOnlyLookLikeOne() throws IOException {
    try (JdkFiles image = image(Jdk.running())) {
      String driver = "java/sql/Driver.class";
      assertThat(image.has("java.sql", driver)).isTrue();
      for (String path :
          List.of(
              "",
              "/",
              "/" + driver,
              driver + "/",
              driver + "\0",
              "java/sql/Driver",
              "java/sql",
              "java//sql/Driver.class",
              "./" + driver,
              "java/sql/Driver.class.class",
              "Ä")) {
        assertThat(image.has("java.sql", path)).as(path).isFalse();
        assertThat(image.read("java.sql", path)).as(path).isEmpty();
      }
      for (String module : List.of("", "java.base", "/java.sql", "java.sql/", "modules")) {
        assertThat(image.has(module, driver)).as(module).isFalse();
      }
    }
  }

  @Test
  void leavesFilesOfAnotherVersionToTheJdk(@TempDir Path folder) throws IOException {
    Path file = Files.createDirectories(folder.resolve("lib")).resolve("modules");
    Files.write(file, new byte[0]);
    assertThat(ImageFile.open(folder)).isEmpty();
    Files.write(file, new byte[1024]);
    assertThat(ImageFile.open(folder)).isEmpty();
  }

  @Test
  void leavesCompressedFilesToTheJdk(@TempDir Path folder) throws Exception {
    Jdk running = Jdk.running();
    Path home = folder.resolve("image");
    Process jlink =
        new ProcessBuilder(
                running.tool("jlink").toString(),
                "--add-modules=java.base",
                "--compress=2",
                "--output=" + home)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(jlink.waitFor()).isZero();
    Jdk compressed =
        new Jdk(home, running.version(), running.vendor(), running.architecture(), running.libc());

    assertThat(ImageFile.open(home)).isEmpty();
    try (JdkFiles files = JdkFiles.open(compressed)) {
      assertThat(files.modules()).containsOnlyKeys("java.base");
      assertThat(files.read("java.base", "java/util/List.class").orElseThrow())
          .isEqualTo(JdkClassFiles.of(running, "java.base").get("java/util/List.class"));
    }
  }

  private static JdkFiles image(Jdk jdk) throws IOException {
    return ImageFile.open(jdk.home()).orElseThrow();
  }

  private List<String> sample(Set<String> all, int count) {
    List<String> names = new ArrayList<>(all);
    Collections.shuffle(names, random);
    return names.subList(0, Math.min(count, names.size()));
  }

  private static String packageOf(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash).replace('/', '.');
  }

  /** One character changed, left out or put in; or none. */
  private String mutated(String path) {
    StringBuilder text = new StringBuilder(path);
    int at = random.nextInt(path.length());
    switch (random.nextInt(4)) {
      case 0 -> text.setCharAt(at, (char) ('a' + random.nextInt(26)));
      case 1 -> text.deleteCharAt(at);
      case 2 -> text.insert(at, path.charAt(random.nextInt(path.length())));
      default -> {}
    }
    return text.toString();
  }
}
