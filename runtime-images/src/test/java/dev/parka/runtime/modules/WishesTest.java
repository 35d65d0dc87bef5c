package dev.parka.runtime.modules;

import static dev.parka.runtime.modules.Inferring.add;
import static dev.parka.runtime.modules.Inferring.exclude;
import static dev.parka.runtime.modules.Inferring.flags;
import static dev.parka.runtime.modules.Inferring.infer;
import static dev.parka.runtime.modules.Inferring.names;
import static dev.parka.runtime.modules.Inferring.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.testing.Jars;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishesTest {

  private static final String JDK = "JDK " + Inferring.RUNNING.version();

  private static final ClassSource SQL =
      Jars.entries().classes("package p; class A { java.sql.Driver used; }").source("a.jar");

  @Test
  void addsModules() {
    RootModules modules = infer(add("jdk.zipfs"));

    assertThat(names(modules)).containsExactly("java.base", "jdk.zipfs");
    assertThat(reasons(modules, "jdk.zipfs")).containsExactly("it was asked for by name");
  }

  // FAULTS 26
  @Test
  void reportsEveryUnknownModuleWithNearMisses() {
    InferenceRequest.Wishes wishes =
        new InferenceRequest.Wishes(
            Set.of(new ModuleName("java.sq"), new ModuleName("com.acme")),
            Set.of(new ModuleName("java.xlm")),
            List.of("--add-modules=java.sqll"),
            List.of());

    assertThatThrownBy(() -> infer(wishes))
        .hasMessage(
            String.join(
                "\n",
                "[UnknownModule] "
                    + JDK
                    + " has no module java.sqll, but the flag --add-modules names it;"
                    + " did you mean java.sql?",
                "[UnknownModule] "
                    + JDK
                    + " has no module com.acme, but it was asked for by name;"
                    + " java --list-modules prints the modules that it has",
                "[UnknownModule] "
                    + JDK
                    + " has no module java.sq, but it was asked for by name;"
                    + " did you mean java.se or java.sql?",
                "[UnknownModule] "
                    + JDK
                    + " has no module java.xlm, but it is to be excluded;"
                    + " did you mean java.xml?"));
  }

  @Test
  void excludesModules() {
    assertThat(names(infer(exclude("java.sql", "jdk.zipfs"), SQL))).containsExactly("java.base");
  }

  @Test
  void refusesToExcludeWhatAStayingModuleRequires() {
    assertThatThrownBy(() -> infer(exclude("java.xml", "java.base"), SQL))
        .hasMessage(
            """
            [ExcludedModuleRequired] java.base is excluded, but every module requires it; keep it
            [ExcludedModuleRequired] java.xml is excluded, but required by java.sql; \
            keep java.xml, or exclude java.sql too""");
  }

  @Test
  void refusesToAddAndExcludeOneModule() {
    InferenceRequest.Wishes wishes =
        new InferenceRequest.Wishes(
            Set.of(new ModuleName("java.sql")),
            Set.of(new ModuleName("java.sql")),
            List.of(),
            List.of());

    assertThatThrownBy(() -> infer(wishes))
        .hasMessage(
            "[ExcludedModuleRequired] java.sql is both asked for and excluded; do one of the two");
  }

  @ParameterizedTest
  @CsvSource({
    "-javaagent:/opt/agent.jar=port=1, java.instrument, -javaagent:",
    "-agentlib:jdwp=transport=dt_socket, jdk.jdwp.agent, -agentlib:jdwp",
    "-Dcom.sun.management.jmxremote, jdk.management.agent, -Dcom.sun.management.jmxremote",
    "-Dcom.sun.management.jmxremote.port=1, jdk.management.agent, -Dcom.sun.management.jmxremote",
    "-XX:StartFlightRecording=duration=1s, jdk.jfr, -XX:StartFlightRecording",
    "-XX:+FlightRecorder, jdk.jfr, -XX:+FlightRecorder",
    "-Duser.language=de, jdk.localedata, -Duser.language=",
  })
  void knowsWhatFlagsNeed(String flag, String module, String named) {
    RootModules modules = infer(flags(flag));

    assertThat(names(modules)).containsExactly("java.base", module);
    assertThat(reasons(modules, module)).containsExactly("the flag " + named + " needs it");
  }

  @Test
  void ignoresFlagsThatNeedNothing() {
    assertThat(
            names(infer(flags("-Xmx64m", "-Duser.language=en", "-XX:+FlightRecorderNot", "", "x"))))
        .containsExactly("java.base");
  }

  @Test
  void readsAddModulesInBothForms() {
    RootModules modules =
        infer(flags("--add-modules=java.sql,ALL-SYSTEM,jdk.zipfs", "--add-modules", "java.rmi"));

    assertThat(names(modules)).containsExactly("java.base", "java.rmi", "java.sql", "jdk.zipfs");
    assertThat(reasons(modules, "java.rmi")).containsExactly("the flag --add-modules names it");
  }

  // FAULTS 25
  @Test
  void refusesFlagsWithNamesThatNoModuleCanHave() {
    assertThatThrownBy(() -> infer(flags("--add-modules=$(id),--help")))
        .hasMessage(
            """
            [BadModuleName] '$(id)' is no module name; \
            write it like java.sql, as java --list-modules prints it
            [BadModuleName] '--help' is no module name; \
            write it like java.sql, as java --list-modules prints it""");
  }

  @Test
  void addsTheLocaleDataForLanguages() {
    RootModules modules =
        infer(new InferenceRequest.Wishes(Set.of(), Set.of(), List.of(), List.of("de-CH", "ja")));

    assertThat(names(modules)).containsExactly("java.base", "jdk.localedata");
    assertThat(reasons(modules, "jdk.localedata"))
        .containsExactly("the locale de-CH needs it", "the locale ja needs it");
  }
}
