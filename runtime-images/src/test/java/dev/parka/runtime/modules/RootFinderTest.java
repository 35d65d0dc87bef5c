package dev.parka.runtime.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.reach.Roots;
import dev.parka.runtime.testing.Jars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootFinderTest {

  private static final String[] CLASSES = {
    "package com.acme; class App {}",
    "package com.acme; class Agent {}",
    "package com.acme.below; class Found {}",
    "package com.other; class Other {}",
  };

  private static final String MARK =
      "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
          + " public @interface Mark {}";

  @Test
  void beginsWithTheMainClass() {
    Roots roots = roots("com.acme.App", Jars.entries().classes(CLASSES));

    assertThat(roots.started()).isEqualTo(Map.of("com/acme/App", ""));
    assertThat(roots.own()).containsExactly("com/acme/App");
    assertThat(roots.mentioned()).isEmpty();
  }

  @Test
  void beginsWithWhatManifestsStart() {
    Roots roots =
        roots(
            "com.acme.App",
            Jars.entries()
                .text(
                    "META-INF/MANIFEST.MF",
                    """
                    Manifest-Version: 1.0
                    Start-Class: com.other.Other
                    Premain-Class: com.acme.Agent
                    Agent-Class: com.acme.Gone
                    """)
                .classes(CLASSES));

    assertThat(roots.started())
        .isEqualTo(
            Map.of(
                "com/acme/App", "",
                "com/acme/Agent", "Premain-Class of a.jar",
                "com/other/Other", "Start-Class of a.jar"));
    assertThat(roots.own()).containsExactly("com/acme/App", "com/other/Other");
  }

  @Test
  void scansThePackageOfAnAnnotatedMainClass() {
    String mark = "package com.mark; " + MARK;
    String[] annotated = CLASSES.clone();
    annotated[0] = "package com.acme; @com.mark.Mark class App {}";
    assertThat(roots("com.acme.App", Jars.entries().classes(with(annotated, mark))).mentioned())
        .containsOnlyKeys("com/acme/Agent", "com/acme/App", "com/acme/below/Found")
        .containsEntry("com/acme/below/Found", "scanned with com.acme.App");

    annotated[0] = CLASSES[0];
    annotated[2] = "package com.acme.below; @com.mark.Mark class Found {}";
    assertThat(roots("com.acme.App", Jars.entries().classes(with(annotated, mark))).mentioned())
        .isEmpty();
  }

  @Test
  void scansNothingForAnnotationsThatAreNowhere() {
    Jars.Entries entries =
        Jars.entries()
            .classes(
                "package com.acme; @com.mark.Mark class App {}",
                "package com.acme; class B {}",
                "package com.mark; " + MARK);
    entries.files().remove("com/mark/Mark.class");

    assertThat(roots("com.acme.App", entries).mentioned()).isEmpty();
  }

  @Test
  void addsAgentsThatAreNotOnTheClassPath(@TempDir Path folder) throws IOException {
    Path agent = Jars.entries().classes(CLASSES).jar(folder.resolve("agent.jar"));
    ClassSource app = Jars.entries().classes(CLASSES).source("app.jar");
    String flag = "-javaagent:" + agent;

    assertThat(names(AgentJars.with(List.of(app), given(flag)))).contains("app.jar", "agent.jar");
    assertThat(names(AgentJars.with(List.of(app), given(flag + "=port=1,x=y"))))
        .contains("app.jar", "agent.jar");
    assertThat(names(AgentJars.with(List.of(ClassSource.jar(agent)), given(flag))))
        .containsExactly("agent.jar");
    assertThat(
            names(
                AgentJars.with(
                    List.of(app),
                    given("-javaagent:/no/such.jar", "-javaagent:", "-javaagent:\0", "-Xmx1m"))))
        .containsExactly("app.jar");
  }

  private static String[] with(String[] sources, String more) {
    String[] all = Arrays.copyOf(sources, sources.length + 1);
    all[sources.length] = more;
    return all;
  }

  private static List<GivenFlags> given(String... flags) {
    return List.of(new GivenFlags(List.of(flags), ""));
  }

  private static List<String> names(List<ClassSource> sources) {
    return sources.stream().map(ClassSource::name).toList();
  }

  private static Roots roots(String main, Jars.Entries entries) {
    ClassSource source = entries.source("a.jar");
    InferenceRequest request =
        new InferenceRequest(
            Inferring.RUNNING,
            List.of(source),
            Optional.of(new ClassName(main)),
            InferenceRequest.Wishes.NONE);
    try (ApplicationClasses application = ApplicationClasses.open(List.of(source), 17)) {
      return RootFinder.find(request, application, Mentions.in(application));
    }
  }
}
