package dev.parka.runtime.modules;

import static dev.parka.runtime.modules.Inferring.infer;
import static dev.parka.runtime.modules.Inferring.names;
import static dev.parka.runtime.modules.Inferring.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.Problem;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.testing.Compiled;
import dev.parka.runtime.testing.Jars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {

  private static final String SQL = "package p; class A { java.sql.Driver used; }";
  private static final String NAMING = "package p; class A { javax.naming.Context used; }";
  private static final String RMI = "package p; class A { java.rmi.Remote used; }";
  private static final String PREFS = "package p; class A { java.util.prefs.Preferences used; }";

  @TempDir private Path folder;

  // FAULTS 35
  @Test
  void readsTheHighestVersionThatTheJdkLoads() {
    Jars.Entries entries =
        Jars.entries()
            .multiRelease()
            .classes(SQL)
            .classesIn("META-INF/versions/8/", PREFS)
            .classesIn("META-INF/versions/9/", RMI)
            .classesIn("META-INF/versions/17/", NAMING)
            .classesIn("META-INF/versions/999/", PREFS);

    assertThat(names(infer(entries.source("a.jar")))).containsExactly("java.base", "java.naming");
  }

  @Test
  void readsNoVersionsWhereTheManifestDoesNotSaySo() {
    Jars.Entries entries =
        Jars.entries().classes(SQL).classesIn("META-INF/versions/9/", RMI, "class B {}");

    assertThat(names(infer(entries.source("a.jar")))).containsExactly("java.base", "java.sql");
  }

  @Test
  void takesBothOfTwoDefinitionsOfAClass() {
    ClassSource first = Jars.entries().classes(SQL).source("first.jar");
    ClassSource second = Jars.entries().classes(NAMING).source("second.jar");

    assertThat(names(infer(first, second))).containsExactly("java.base", "java.naming", "java.sql");
    assertThat(infer(second, first)).isEqualTo(infer(first, second));
  }

  // FAULTS 41
  @Test
  void readsJarsInJars() throws IOException {
    Path inner = Jars.entries().classes(SQL).jar(folder.resolve("inner.jar"));
    Path middle =
        Jars.entries()
            .bytes("lib/inner.jar", Files.readAllBytes(inner))
            .jar(folder.resolve("middle.jar"));
    ClassSource outer =
        Jars.entries()
            .classesIn("BOOT-INF/classes/", NAMING)
            .bytes("BOOT-INF/lib/middle.jar", Files.readAllBytes(middle))
            .text("fake.jar", "no jar at all")
            .source("outer.jar");

    RootModules modules = infer(outer);

    assertThat(reasons(modules, "java.naming"))
        .containsExactly("p.A → javax.naming.Context (outer.jar)");
    assertThat(reasons(modules, "java.sql"))
        .containsExactly(
            "p.A → java.sql.Driver (outer.jar!/BOOT-INF/lib/middle.jar!/lib/inner.jar)");
  }

  // FAULTS 38, 41
  @Test
  void refusesJarsThatAreNestedTooDeep() throws IOException {
    Path jar = Jars.entries().text("a.txt", "a").jar(folder.resolve("0.jar"));
    for (int depth = 1; depth <= 4; depth++) {
      jar =
          Jars.entries()
              .bytes("n.jar", Files.readAllBytes(jar))
              .jar(folder.resolve(depth + ".jar"));
    }
    ClassSource deepest = ClassSource.jar(jar);

    assertThatThrownBy(() -> infer(deepest))
        .hasMessage(
            "[HostileJar] 4.jar!/n.jar!/n.jar!/n.jar!/n.jar has more than 3 jars around it;"
                + " do not use it unless you trust where it comes from, and then build it again");
  }

  // FAULTS 32
  @Test
  void refusesDamagedJarsInJars() throws IOException {
    Path inner = Jars.entries().classes(SQL).jar(folder.resolve("inner.jar"));
    byte[] half = Arrays.copyOf(Files.readAllBytes(inner), 40);

    assertThatThrownBy(() -> infer(ClassSource.of("a.jar", Map.of("lib/inner.jar", half))))
        .hasMessage(
            "[BadJar] a.jar!/lib/inner.jar cannot be read: zip END header not found;"
                + " build or download it again");
  }

  @Test
  void reportsASourceThatCannotBeRead() {
    ClassSource gone = ClassSource.directory(folder.resolve("gone"));

    assertThatThrownBy(() -> infer(gone))
        .hasMessage(
            "[BadJar] classes cannot be read: NoSuchFileException "
                + folder.resolve("gone")
                + "; build or download it again");
  }

  @Test
  void refusesADamagedManifest() {
    ClassSource source =
        Jars.entries().text("META-INF/MANIFEST.MF", "no colon\r\n\r\n").source("a.jar");

    assertThatThrownBy(() -> infer(source))
        .hasMessage(
            "[BadJar] a.jar cannot be read: its manifest is damaged;"
                + " build or download it again");
  }

  // FAULTS 33
  @Test
  void warnsOfDamagedClassFilesAndGoesOn() {
    byte[] good = Compiled.single(SQL);
    byte[] future = Compiled.single(NAMING);
    future[7] = (byte) 200;
    RootModules modules =
        infer(
            Jars.entries()
                .bytes("p/A.class", good)
                .bytes("p/Empty.class", new byte[0])
                .bytes("p/Future.class", future)
                .bytes("p/Half.class", Arrays.copyOf(good, good.length / 2))
                .text("p/Text.class", "some text")
                .bytes("module-info.class", new byte[] {1})
                .source("a.jar"));

    assertThat(names(modules)).containsExactly("java.base", "java.sql");
    String advice = "; build it again for this JDK, or take it off the class path";
    assertThat(modules.warnings().stream().map(Object::toString))
        .containsExactly(
            // FAULTS 31
            "[BadClassFile] module-info.class in a.jar was left out: it ends too early" + advice,
            "[BadClassFile] p/Empty.class in a.jar was left out: it ends too early" + advice,
            "[BadClassFile] p/Future.class in a.jar was left out:"
                + " it is for Java 156, which JDK "
                + Inferring.RUNNING.featureVersion()
                + " cannot run"
                + advice,
            "[BadClassFile] p/Half.class in a.jar was left out: it ends too early" + advice,
            "[BadClassFile] p/Text.class in a.jar was left out:"
                + " it does not start with CAFEBABE"
                + advice);
    assertThat(modules.warnings()).noneMatch(Problem::isError);
  }

  @Test
  void doesNotWarnOfVersionsThatTheJdkNeverLoads() {
    byte[] future = Compiled.single(NAMING);
    future[7] = (byte) 200;
    ClassSource source =
        Jars.entries()
            .multiRelease()
            .classes(SQL)
            .bytes("META-INF/versions/156/p/A.class", future)
            .source("a.jar");

    assertThat(infer(source).warnings()).isEmpty();
  }

  @Test
  void readsClassFilesUnderOtherNames() {
    ClassSource source =
        ClassSource.of(
            "a.jar",
            Map.of(
                "hidden/A.bin",
                Compiled.single(SQL),
                "hidden/mach-o",
                new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE}));

    assertThat(names(infer(source))).containsExactly("java.base", "java.sql");
    assertThat(infer(source).warnings()).isEmpty();
  }

  @Test
  void doesNotCountWhatModuleDescriptorsRequire() {
    ClassSource source =
        Jars.entries()
            .classes("module acme { requires java.naming; requires java.sql; }", SQL)
            .source("a.jar");

    assertThat(names(infer(source))).containsExactly("java.base", "java.sql");
  }

  @Test
  void readsServiceFiles() {
    ClassSource source =
        Jars.entries()
            .text("META-INF/services/java.sql.Driver", "# ours\n com.acme.Driver # best\n")
            .text("META-INF/services/com.acme.Plugin", "com.sun.jndi.dns.DnsContextFactory\n")
            .text("META-INF/services/java.sql.NoSuchService", "com.acme.Driver\n")
            .source("a.jar");

    RootModules modules = infer(source);

    assertThat(names(modules)).containsExactly("java.base", "java.sql", "jdk.naming.dns");
    assertThat(reasons(modules, "java.sql"))
        .containsExactly("a provider of java.sql.Driver in META-INF/services (a.jar)");
    assertThat(reasons(modules, "jdk.naming.dns"))
        .containsExactly(
            "the provider com.sun.jndi.dns.DnsContextFactory in META-INF/services (a.jar)");
  }
}
