package dev.parka.runtime.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.cache.FileDigests;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.reach.Executed;
import dev.parka.runtime.testing.Jars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of an application first makes no difference to what is asked next. */
class ReachedApplicationTest {

  /** Code that can run goes on where the list of modules is decided by what comes before. */
  private static final ClassSource DRAWS =
      Jars.entries()
          .classes(
              "package com.acme; public class App {"
                  + " public static void main(String[] args) throws Exception {"
                  + " new java.awt.image.BufferedImage(1, 1, 1); Later.go(); }"
                  + " void never() { java.text.NumberFormat.getInstance(java.util.Locale.GERMAN); } }",
              "package com.acme; class Later { static void go() {"
                  + " java.text.NumberFormat.getInstance(java.util.Locale.GERMAN);"
                  + " System.out.println(new java.util.concurrent.Phaser()); } }")
          .source("app.jar");

  @TempDir private Path folder;

  @Test
  void answersTheSameWhateverIsAskedFirst() {
    RootModules modules = new ReferenceInference().infer(request(DRAWS));
    Map<String, Set<String>> executed;
    try (ReachedApplication application = ReachedApplication.of(request(DRAWS))) {
      executed = types(application.executed());
      assertThat(new ReferenceInference().infer(application)).isEqualTo(modules);
      assertThat(types(application.executed())).isEqualTo(executed);
    }
    try (ReachedApplication application = ReachedApplication.of(request(DRAWS))) {
      assertThat(new ReferenceInference().infer(application)).isEqualTo(modules);
      assertThat(types(application.executed())).isEqualTo(executed);
    }
    assertThat(executed.get("com/acme/Later")).contains("java/util/concurrent/Phaser");
    assertThat(Inferring.names(modules)).contains("java.desktop");
  }

  @Test
  void readsNothingBeforeItIsAsked() {
    ClassSource missing = ClassSource.jar(folder.resolve("missing.jar"));
    try (ReachedApplication application = ReachedApplication.of(request(missing))) {
      assertThat(application.catalog().has(ModuleName.JAVA_BASE)).isTrue();
      assertThatThrownBy(application::reached)
          .isInstanceOf(ParkaException.class)
          .hasMessageContaining("missing.jar");
    }
  }

  /** They may have been changed since. */
  @Test
  void hasNoKeyOfFilesThatWereReadBeforeAnybodyAskedForOne() {
    UserCache cache = new UserCache(folder);
    FileDigests digests = new FileDigests(cache);
    try (ReachedApplication application = ReachedApplication.of(request(DRAWS))) {
      assertThat(InferenceKey.of("list", application, digests)).isPresent();
      application.reached();
      assertThat(InferenceKey.isStillOf(application, digests)).isTrue();
    }
    try (ReachedApplication application = ReachedApplication.of(request(DRAWS))) {
      application.reached();
      assertThat(InferenceKey.of("list", application, digests)).isEmpty();
      assertThat(InferenceKey.isStillOf(application, digests)).isFalse();
      new CachedInference(new ReferenceInference(), cache).infer(application);
    }
    assertThat(Files.exists(folder.resolve("lists"))).isFalse();
  }

  private static Map<String, Set<String>> types(Executed executed) {
    Map<String, Set<String>> types = new TreeMap<>();
    executed.code().forEach((name, code) -> types.put(name, Set.copyOf(code.types())));
    return types;
  }

  private static InferenceRequest request(ClassSource source) {
    return new InferenceRequest(
        Inferring.RUNNING,
        List.of(source),
        Optional.of(new ClassName("com.acme.App")),
        InferenceRequest.Wishes.NONE,
        InferenceLevel.REACHABLE);
  }
}
