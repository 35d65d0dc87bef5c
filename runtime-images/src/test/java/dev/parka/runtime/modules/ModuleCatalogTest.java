package dev.parka.runtime.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.testing.OtherJdk;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleCatalogTest {

  private static final Jdk RUNNING = Inferring.RUNNING;

  @Test
  void agreesWithTheRunningJdk() {
    try (ModuleCatalog catalog = ModuleCatalog.open(RUNNING)) {
      ModuleFinder.ofSystem()
          .findAll()
          .forEach(
              reference -> {
                JdkModule module =
                    catalog.modules().get(new ModuleName(reference.descriptor().name()));
                assertThat(module.packages()).isEqualTo(reference.descriptor().packages());
              });
      assertThat(catalog.modules()).hasSameSizeAs(ModuleFinder.ofSystem().findAll());
    }
  }

  @Test
  void knowsClassesNotPackages() {
    try (ModuleCatalog catalog = ModuleCatalog.open(RUNNING)) {
      assertThat(catalog.moduleOf("java.sql.Driver")).contains(new ModuleName("java.sql"));
      assertThat(catalog.moduleOf("sun.misc.Unsafe")).contains(new ModuleName("jdk.unsupported"));
      assertThat(catalog.moduleOf("java.util.Map$Entry")).contains(ModuleName.JAVA_BASE);
      assertThat(catalog.moduleOf("java.sql.NoSuchClass")).isEmpty();
      assertThat(catalog.moduleOf("com.acme.App")).isEmpty();
      assertThat(catalog.moduleOf("java.sql.")).isEmpty();
      assertThat(catalog.moduleOf("java.sql.a/../Driver")).isEmpty();
      assertThat(catalog.moduleOf("java.sql.\0")).isEmpty();
      assertThat(catalog.moduleOf("")).isEmpty();
    }
  }

  @Test
  void followsWhatModulesRequire() {
    try (ModuleCatalog catalog = ModuleCatalog.open(RUNNING)) {
      assertThat(catalog.closure(Set.of(new ModuleName("java.sql"))))
          .extracting(ModuleName::value)
          .containsExactly(
              "java.base", "java.logging", "java.sql", "java.transaction.xa", "java.xml");
      assertThat(catalog.modules().get(new ModuleName("java.logging")).requires())
          .isEqualTo(new TreeSet<>(Set.of(ModuleName.JAVA_BASE)));
    }
  }

  @Test
  void readsAnotherJdk() {
    Optional<Jdk> other = OtherJdk.find();
    assumeTrue(other.isPresent(), "only one JDK in /usr/lib/jvm");

    try (ModuleCatalog catalog = ModuleCatalog.open(other.orElseThrow())) {
      assertThat(catalog.moduleOf("java.sql.Driver")).contains(new ModuleName("java.sql"));
      // It came with JDK 21.
      assertThat(catalog.moduleOf("java.lang.ScopedValue").isPresent())
          .isEqualTo(other.orElseThrow().featureVersion() >= 21);
    }
    try (ModuleCatalog again = ModuleCatalog.open(other.orElseThrow())) {
      assertThat(again.modules()).containsKey(ModuleName.JAVA_BASE);
    }
  }

  @Test
  void refusesAJdkWithoutModules(@TempDir Path home) {
    assertDamaged(home);
  }

  @Test
  void refusesAJdkWithHalfItsModules(@TempDir Path home) throws IOException {
    Files.createDirectories(home.resolve("lib"));
    Files.copy(RUNNING.home().resolve("lib/jrt-fs.jar"), home.resolve("lib/jrt-fs.jar"));
    try (var modules = Files.newInputStream(RUNNING.home().resolve("lib/modules"))) {
      Files.write(home.resolve("lib/modules"), modules.readNBytes(1 << 20));
    }
    assertDamaged(home);
  }

  private static void assertDamaged(Path home) {
    Jdk damaged =
        new Jdk(home, RUNNING.version(), RUNNING.vendor(), RUNNING.architecture(), RUNNING.libc());
    assertThatThrownBy(() -> ModuleCatalog.open(damaged))
        .hasMessage(
            "[DamagedJdk] the modules of the JDK in "
                + home
                + " cannot be read; install the JDK again");
  }
}
