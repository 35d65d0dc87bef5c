package dev.parka.runtime.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.testing.Descriptors;
import dev.parka.runtime.testing.Jars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePathTest {

  @TempDir private Path folder;

  @Test
  void findsJarsExplodedModulesAndDirectoriesOfBoth() throws IOException {
    Path mods = Files.createDirectories(folder.resolve("mods"));
    Path jar = Jars.entries().text("a.txt", "").jar(mods.resolve("a.jar"));
    Path exploded = exploded(mods.resolve("com.acme.lib"), "com.acme.lib");
    Files.createDirectories(mods.resolve("no-module"));
    Files.writeString(mods.resolve("readme.txt"), "no jar");
    Files.writeString(mods.resolve(".hidden.jar"), "no jar");
    Path single = exploded(folder.resolve("classes"), "com.acme.app");
    Path other = Jars.entries().text("b.txt", "").jar(folder.resolve("b.zip"));

    assertThat(ModulePath.parse(single + "::" + mods + ":" + other + ":" + jar).entries())
        .containsExactly(single, jar, exploded, other);
    assertThat(ModulePath.parse("").entries()).isEmpty();
  }

  @Test
  void reportsEveryMissingAndEveryBrokenEntry() throws IOException {
    Path mods = Files.createDirectories(folder.resolve("mods"));
    Path broken = Files.writeString(mods.resolve("b.jar"), "no jar");

    assertThatThrownBy(() -> ModulePath.parse("no/such:" + mods + ":nor\0this"))
        .hasMessage(
            String.join(
                "\n",
                "[NoSuchModulePathEntry] nor\\u0000this does not exist;"
                    + " build it first, or take it off the module path",
                "[NoSuchModulePathEntry] no/such does not exist;"
                    + " build it first, or take it off the module path",
                "[BadJar] "
                    + broken
                    + " cannot be read: zip END header not found; build or download it again"));
  }

  @Test
  void hasTheServicesOfTheDescriptorInThePlaceOfThoseOfClassPaths() throws Exception {
    Jars.Entries entries =
        Descriptors.module("com.acme.app")
            .provides("p.Service", "p.Provider")
            .with(Map.of())
            .text("META-INF/services/p.Other", "p.OtherProvider");
    Path jar = entries.jar(folder.resolve("app.jar"));

    List<ApplicationModule> modules = new ModuleReader(17).read(new ModulePath(List.of(jar)));

    assertThat(modules).hasSize(1);
    assertThat(modules.get(0).moduleName()).isEqualTo("com.acme.app");
    assertThat(modules.get(0).name()).isEqualTo("app.jar");
    try (SourceFiles files = modules.get(0).open()) {
      assertThat(files.list())
          .extracting(SourceFile::name)
          .containsExactly("META-INF/services/p.Service", "module-info.class");
      assertThat(files.read(files.list().get(0))).asString().isEqualTo("p.Provider");
    }
  }

  private static Path exploded(Path directory, String name) throws IOException {
    return Jars.explode(directory, Map.of("module-info.class", Descriptors.module(name).bytes()));
  }
}
