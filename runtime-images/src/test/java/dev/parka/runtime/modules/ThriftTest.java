package dev.parka.runtime.modules;

import static dev.parka.runtime.modules.Inferring.names;
import static dev.parka.runtime.modules.Inferring.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.testing.Jars;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Dear modules are linked for code that can run; light ones for any reason. */
class ThriftTest {

  private static final ModuleName DESKTOP = new ModuleName("java.desktop");

  private static final ClassSource DEAD =
      app(
          "",
          "void never() throws Exception {"
              + " new java.awt.image.BufferedImage(1, 1, 1); java.rmi.Naming.list(\"\"); }");

  @Test
  void leavesOutWhatOnlyDeadCodeUses() {
    RootModules modules = infer(InferenceLevel.REACHABLE, DEAD);

    assertThat(names(modules)).containsExactly("java.base", "java.rmi");
    assertThat(modules.leftOut()).containsOnlyKeys(DESKTOP);
    assertThat(modules.leftOut().values().iterator().next())
        .containsExactly(
            new Reason("com.acme.App → java.awt.image.BufferedImage (app.jar)", false));
  }

  @Test
  void linksAllOfItToBeSafe() {
    RootModules modules = infer(InferenceLevel.SAFE, DEAD);

    assertThat(names(modules)).containsExactly("java.base", "java.desktop", "java.rmi");
    assertThat(modules.leftOut()).isEmpty();
  }

  @Test
  void linksWhatCodeThatCanRunUses() {
    RootModules modules =
        infer(
            InferenceLevel.REACHABLE,
            app("draw();", "static void draw() { new java.awt.image.BufferedImage(1, 1, 1); }"));

    assertThat(names(modules)).containsExactly("java.base", "java.desktop");
    assertThat(modules.leftOut()).isEmpty();
    assertThat(reasons(modules, "java.desktop"))
        .contains("com.acme.App → java.awt.image.BufferedImage (app.jar)");
  }

  @Test
  void linksWhatIsAskedForWhateverItWeighs() {
    InferenceRequest.Wishes wishes =
        new InferenceRequest.Wishes(Set.of(DESKTOP), Set.of(), List.of(), List.of());
    RootModules modules = infer(InferenceLevel.REACHABLE, wishes, DEAD);

    assertThat(names(modules)).containsExactly("java.base", "java.desktop", "java.rmi");
    assertThat(modules.leftOut()).isEmpty();
  }

  @Test
  void linksForSignalsInCodeThatRunsOnly() {
    String formats = "java.text.NumberFormat.getInstance(java.util.Locale.GERMAN);";
    ModuleName locales = new ModuleName("jdk.localedata");

    assertThat(names(infer(InferenceLevel.REACHABLE, app(formats, ""))))
        .containsExactly("java.base", "jdk.localedata");
    RootModules dead = infer(InferenceLevel.REACHABLE, app("", "void never() {" + formats + "}"));
    assertThat(names(dead)).containsExactly("java.base");
    assertThat(dead.leftOut()).containsOnlyKeys(locales);
  }

  @Test
  void linksForNamesInTheApplicationsOwnCode() {
    assertThat(
            names(
                infer(
                    InferenceLevel.REACHABLE,
                    app("System.out.println(\"java.awt.image.BufferedImage\");", ""))))
        .containsExactly("java.base", "java.desktop");

    ClassSource library =
        Jars.entries()
            .classes(
                "package org.lib; public class Lib { public static void go() {"
                    + " System.out.println(\"java.awt.image.BufferedImage\"); } }")
            .source("lib.jar");
    Jars.Entries app =
        Jars.entries()
            .classes(
                "package com.acme; public class App {"
                    + " public static void main(String[] a) { org.lib.Lib.go(); } }",
                "package org.lib; public class Lib { public static void go() {} }");
    app.files().remove("org/lib/Lib.class");
    RootModules modules = infer(InferenceLevel.REACHABLE, app.source("app.jar"), library);
    assertThat(names(modules)).containsExactly("java.base");
    assertThat(modules.leftOut()).containsOnlyKeys(DESKTOP);
  }

  @Test
  void reachesClassesThatFlagsName() {
    ClassSource source =
        Jars.entries()
            .classes(
                "package com.acme; public class App { public static void main(String[] a) {} }",
                "package com.acme; class Images { void go() {"
                    + " new java.awt.image.BufferedImage(1, 1, 1); } }")
            .source("app.jar");
    InferenceRequest.Wishes flag = Inferring.flags("-Dimages=com.acme.Images");

    assertThat(names(infer(InferenceLevel.REACHABLE, source))).containsExactly("java.base");
    RootModules modules = infer(InferenceLevel.REACHABLE, flag, source);
    assertThat(names(modules)).containsExactly("java.base", "java.desktop");
    assertThat(reasons(modules, "java.desktop"))
        .anyMatch(reason -> reason.contains("the flag -Dimages: com.acme.Images"));
  }

  @Test
  void leavesTheValuesOfFlagsOutOfReasons() {
    RootModules modules =
        infer(
            InferenceLevel.REACHABLE,
            Inferring.flags("-Dfactory=secret,java.rmi.Remote"),
            app("", ""));

    assertThat(reasons(modules, "java.rmi"))
        .containsExactly("the flag -Dfactory names java.rmi.Remote");
  }

  private static ClassSource app(String code, String members) {
    return Jars.entries()
        .classes(
            "package com.acme; public class App {"
                + " public static void main(String[] args) throws Exception {"
                + code
                + "}"
                + members
                + "}")
        .source("app.jar");
  }

  private static RootModules infer(InferenceLevel level, ClassSource... sources) {
    return infer(level, InferenceRequest.Wishes.NONE, sources);
  }

  private static RootModules infer(
      InferenceLevel level, InferenceRequest.Wishes wishes, ClassSource... sources) {
    return new ReferenceInference()
        .infer(
            new InferenceRequest(
                Inferring.RUNNING,
                List.of(sources),
                Optional.of(new ClassName("com.acme.App")),
                wishes,
                level));
  }
}
