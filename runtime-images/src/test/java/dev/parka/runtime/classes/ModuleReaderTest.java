package dev.parka.runtime.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.Problem;
import dev.parka.runtime.testing.Compiled;
import dev.parka.runtime.testing.Descriptors;
import dev.parka.runtime.testing.Jars;
import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleReaderTest {

  private static final String BUILD_AGAIN =
      "; build it again for this JDK, or put it on the class path";

  @TempDir private Path folder;

  private final ModuleReader reader = new ModuleReader(17);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gson-2.10.1.jar",
        "a.jar",
        "foo-bar_baz-1.jar",
        "foo-a1-2.jar",
        "..x--y..-3.1.jar",
        "jackson.core-2.15-SNAPSHOT.jar",
        "ünï.jar",
        "a-b-1.0-sources.jar"
      })
  void namesJarsAsTheJdkDoes(String fileName) throws IOException {
    Path jar = Jars.entries().text("a.txt", "").jar(folder.resolve(fileName));

    assertThat(read(jar))
        .extracting(ApplicationModule::moduleName)
        .containsExactlyElementsOf(
            ModuleFinder.of(jar).findAll().stream().map(m -> m.descriptor().name()).toList());
  }

  // FAULTS 30
  @ParameterizedTest
  @ValueSource(strings = {"1.2.jar", "-1.jar", "class.jar", "a.1b.jar", "foo-1a-2.jar"})
  void refusesFileNamesThatGiveNoName(String fileName) throws IOException {
    Path jar = Jars.entries().text("a.txt", "").jar(folder.resolve(fileName));

    assertThat(ModuleFinder.of(jar)).satisfies(finder -> assertThrowsFindException(finder));
    assertThat(read(jar)).isEmpty();
    assertThat(problems())
        .containsExactly(
            "[BadAutomaticModuleName] "
                + jar
                + " has no descriptor, no Automatic-Module-Name, and a file name that gives none;"
                + " give it one like com.acme.app, or put the jar on the class path");
  }

  // FAULTS 30
  @ParameterizedTest
  @ValueSource(strings = {"com.acme-lib", "com..acme", "com.class", "7", "$(id)", "--help"})
  void refusesAutomaticModuleNamesThatAreNone(String name) throws IOException {
    Path jar = manifest("Automatic-Module-Name: " + name).jar(folder.resolve("a.jar"));

    assertThat(ModuleFinder.of(jar)).satisfies(finder -> assertThrowsFindException(finder));
    assertThat(read(jar)).isEmpty();
    assertThat(problems())
        .containsExactly(
            "[BadAutomaticModuleName] "
                + jar
                + " has the Automatic-Module-Name '"
                + name
                + "', which is no module name;"
                + " give it one like com.acme.app, or put the jar on the class path");
  }

  @Test
  void readsWhatAutomaticModulesSay() throws IOException {
    Path jar =
        manifest("Automatic-Module-Name: com.acme.lib\r\nMain-Class: p.A")
            .classes("package p; class A {}")
            .text("META-INF/maven/x.class", "")
            .jar(folder.resolve("a-1.jar"));

    assertThat(read(jar))
        .singleElement()
        .satisfies(
            module -> {
              assertThat(module.moduleName()).isEqualTo("com.acme.lib");
              assertThat(module.descriptor().mainClass()).contains("p.A");
              assertThat(module.packages()).containsExactly("p");
            });
  }

  @Test
  void readsTheDescriptorThatTheJdkLoads() throws IOException {
    Jars.Entries entries =
        Jars.entries()
            .multiRelease()
            .bytes("META-INF/versions/9/module-info.class", Descriptors.module("nine").bytes())
            .bytes("META-INF/versions/17/module-info.class", Descriptors.module("s").bytes())
            .bytes("META-INF/versions/99/module-info.class", Descriptors.module("n").bytes())
            .bytes("META-INF/versions/17/q/B.class", Compiled.single("package q; class B {}"))
            .bytes("META-INF/versions/99/r/C.class", Compiled.single("package r; class C {}"));
    Path jar = entries.jar(folder.resolve("a.jar"));

    assertThat(read(jar))
        .singleElement()
        .satisfies(
            module -> {
              assertThat(module.moduleName()).isEqualTo("s");
              assertThat(module.packages()).containsExactly("q");
            });
  }

  // FAULTS 31
  @Test
  void namesTheJarOfEveryDamagedDescriptor() throws IOException {
    byte[] good = Descriptors.module("com.acme").bytes();
    byte[] newer = good.clone();
    newer[7] = 99;
    Path text = info("text.jar", "no class file".getBytes(StandardCharsets.UTF_8));
    Path half = info("half.jar", Arrays.copyOf(good, good.length / 2));
    Path future = info("future.jar", newer);
    Path none = info("none.jar", Compiled.single("package p; class A {}"));

    assertThat(read(text, half, future, none)).isEmpty();
    assertThat(problems())
        .containsExactly(
            bad(text, "it does not start with CAFEBABE"),
            bad(half, "it ends too early"),
            bad(future, "it is for Java 55, which JDK 17 cannot run"),
            bad(none, "access_flags should be ACC_MODULE"));
  }

  // FAULTS 39
  @Test
  void readsSignedModularJars() throws IOException {
    Path jar =
        Descriptors.module("com.acme")
            .with(Map.of())
            .text("META-INF/A.SF", "Signature-Version: 1.0\r\n\r\n")
            .text("META-INF/A.RSA", "no signature at all")
            .jar(folder.resolve("a.jar"));

    assertThat(read(jar)).extracting(ApplicationModule::moduleName).containsExactly("com.acme");
  }

  private static void assertThrowsFindException(ModuleFinder finder) {
    assertThatThrownBy(finder::findAll).isInstanceOf(FindException.class);
  }

  private List<ApplicationModule> read(Path... entries) {
    return reader.read(new ModulePath(List.of(entries)));
  }

  private List<String> problems() {
    return reader.problems().stream().map(Problem::toString).toList();
  }

  private Path info(String name, byte[] moduleInfo) throws IOException {
    return Jars.entries().bytes("module-info.class", moduleInfo).jar(folder.resolve(name));
  }

  private static String bad(Path jar, String what) {
    return "[BadModuleInfo] module-info.class in " + jar + " cannot be read: " + what + BUILD_AGAIN;
  }

  private static Jars.Entries manifest(String lines) {
    return Jars.entries()
        .text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n" + lines + "\r\n\r\n");
  }
}
