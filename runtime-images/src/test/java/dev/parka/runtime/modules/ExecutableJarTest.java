package dev.parka.runtime.modules;

import static dev.parka.runtime.modules.Inferring.infer;
import static dev.parka.runtime.modules.Inferring.inferMain;
import static dev.parka.runtime.modules.Inferring.names;
import static dev.parka.runtime.modules.Inferring.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.testing.Jars;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutableJarTest {

  private static final String APP =
      "package p; class App { public static void main(String[] a) {"
          + " java.util.logging.Logger.getGlobal(); } }";

  @TempDir private Path folder;

  @Test
  void readsJarsWithAScriptBeforeThem() throws IOException {
    RootModules modules = inferMain("p.App", jar("#!/bin/bash\nexit 1\n"));

    assertThat(names(modules)).containsExactly("java.base", "java.logging");
    assertThat(modules.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JAVA_OPTS=-XX:StartFlightRecording",
        "export JAVA_OPTS=\"$JAVA_OPTS -Xmx1g -XX:StartFlightRecording=duration=1s\"",
        "  DEFAULT_JVM_OPTS='\"-Xmx1g\" \"-XX:StartFlightRecording\"'",
      })
  void takesThePlainFlagsOfTheScript(String line) throws IOException {
    RootModules modules = inferMain("p.App", jar("#!/bin/sh\n" + line + "\nexec java\n"));

    assertThat(reasons(modules, "jdk.jfr"))
        .containsExactly("the flag -XX:StartFlightRecording in the script before app.jar needs it");
  }

  @Test
  void takesModulesAgentsAndClassesThatTheScriptNames() throws IOException {
    RootModules modules =
        inferMain(
            "p.App",
            jar(
                "#!/bin/sh\nJAVA_OPTS='--add-modules java.rmi,ALL-SYSTEM -javaagent:/no/a.jar"
                    + " -Dfactory=java.sql.Driver'\n"));

    assertThat(names(modules))
        .containsExactly("java.base", "java.instrument", "java.logging", "java.rmi", "java.sql");
    assertThat(reasons(modules, "java.rmi"))
        .containsExactly("the flag --add-modules in the script before app.jar names it");
    assertThat(reasons(modules, "java.sql"))
        .containsExactly("the flag -Dfactory in the script before app.jar names java.sql.Driver");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# JAVA_OPTS=-XX:StartFlightRecording",
        "JAVA_OPTS=\"-XX:StartFlightRecording=$FILE\"",
        "JAVA_OPTS=`echo -XX:StartFlightRecording`",
        "OTHER_OPTS=-XX:StartFlightRecording",
        "JAVA_OPTS=--add-modules=$(cat modules)",
        "exec java -XX:StartFlightRecording",
      })
  void leavesTheRestOfTheScriptToTheShell(String line) throws IOException {
    assertThat(names(inferMain("p.App", jar("#!/bin/sh\n" + line + "\n"))))
        .containsExactly("java.base", "java.logging");
  }

  @Test
  void takesBytesThatAreNoScriptForNothing() throws IOException {
    assertThat(names(inferMain("p.App", jar("MZ\nJAVA_OPTS=-XX:StartFlightRecording\n"))))
        .containsExactly("java.base", "java.logging");
  }

  // FAULTS 26
  @Test
  void saysWhichScriptNamesAModuleThatTheJdkDoesNotHave() throws IOException {
    ClassSource jar = jar("#!/bin/sh\nJAVA_OPTS=--add-modules=java.sqll\n");

    assertThatThrownBy(() -> inferMain("p.App", jar))
        .hasMessage(
            "[UnknownModule] JDK "
                + Inferring.RUNNING.version()
                + " has no module java.sqll, but the flag --add-modules in the script before"
                + " app.jar names it; did you mean java.sql?");
  }

  @Test
  void takesPackagesThatTheManifestOpensForHints() {
    RootModules modules =
        infer(
            manifest(
                "Main-Class: p.App",
                "Add-Exports: java.rmi/sun.rmi.registry jdk.nowhere/x",
                "Add-Opens: java.base/java.lang java.rmi/java.rmi",
                "Enable-Native-Access: ALL-UNNAMED"));

    assertThat(modules.reasons().get(new ModuleName("java.rmi")))
        .containsExactly(
            new Reason("Add-Exports java.rmi/sun.rmi.registry in the manifest of a.jar", true),
            new Reason("Add-Opens java.rmi/java.rmi in the manifest of a.jar", true));
    assertThat(names(modules)).containsExactly("java.base", "java.rmi");
  }

  @Test
  void countsWhatManifestsOpenInJarsThatAreRunAlone() {
    assertThat(names(infer(manifest("Add-Opens: java.rmi/java.rmi")))).containsExactly("java.base");
  }

  @Test
  void takesAnAgentThatTheManifestStartsForANeedOfInstrumentation() {
    RootModules modules = infer(manifest("Main-Class: p.App", "Launcher-Agent-Class: p.Agent"));

    assertThat(reasons(modules, "java.instrument"))
        .containsExactly("Launcher-Agent-Class in the manifest of a.jar");
  }

  private static ClassSource manifest(String... lines) {
    return Jars.entries()
        .text(
            "META-INF/MANIFEST.MF",
            "Manifest-Version: 1.0\r\n" + String.join("\r\n", lines) + "\r\n\r\n")
        .source("a.jar");
  }

  private ClassSource jar(String before) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(before.getBytes(StandardCharsets.UTF_8));
    bytes.write(Files.readAllBytes(Jars.entries().classes(APP).jar(folder.resolve("plain.jar"))));
    return ClassSource.jar(Files.write(folder.resolve("app.jar"), bytes.toByteArray()));
  }
}
