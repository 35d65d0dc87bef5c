package dev.parka.runtime.strip;

import static dev.parka.runtime.strip.DesktopLibrary.AWT_XAWT;
import static dev.parka.runtime.strip.DesktopLibrary.JAWT;
import static dev.parka.runtime.strip.DesktopLibrary.JSOUND;
import static dev.parka.runtime.strip.DesktopLibrary.SPLASHSCREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.InferenceLevel;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.InferenceRequest.Wishes;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.ReachedApplication;
import dev.parka.runtime.testing.Jars;
import dev.parka.runtime.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopUseTest {

  private static final ModuleName DESKTOP = new ModuleName("java.desktop");
  private static final List<DesktopLibrary> ALL = List.of(DesktopLibrary.values());
  private static final List<DesktopLibrary> OF_DISPLAYS_AND_SOUND =
      List.of(AWT_XAWT, JAWT, JSOUND, SPLASHSCREEN);

  @Test
  void beansNeedNoLibrary() {
    assertThat(unused("java.beans.Introspector.getBeanInfo(App.class);"))
        .containsExactlyElementsOf(ALL);
    assertThat(unused("new java.beans.PropertyChangeSupport(\"\");"))
        .containsExactlyElementsOf(ALL);
  }

  @Test
  void drawingWithoutADisplayNeedsAllButTheLibrariesOfDisplaysAndSound() {
    assertThat(unused("new java.awt.image.BufferedImage(1, 1, 1).createGraphics();"))
        .containsExactlyElementsOf(OF_DISPLAYS_AND_SOUND);
    assertThat(unused("javax.imageio.ImageIO.getReaderFormatNames();"))
        .containsExactlyElementsOf(OF_DISPLAYS_AND_SOUND);
  }

  @Test
  void soundNeedsItsOwn() {
    assertThat(unused("javax.sound.sampled.AudioSystem.getMixerInfo();"))
        .doesNotContain(JSOUND)
        .hasSize(ALL.size() - 1);
  }

  @Test
  void whoMakesWindowsGetsTheErrorThatIsExpected() {
    assertThat(unused("try { new javax.swing.JFrame(); } catch (RuntimeException e) {}")).isEmpty();
    assertThat(unused("java.awt.Desktop.isDesktopSupported();")).isEmpty();
  }

  @Test
  void followsNamesThatAreLookedUp() {
    assertThat(unused("Class.forName(\"java.awt.Color\");"))
        .containsExactlyElementsOf(OF_DISPLAYS_AND_SOUND);
    assertThat(unused("lib.Lib.run();", "return Class.forName(\"java.awt.Color\");"))
        .containsExactlyElementsOf(OF_DISPLAYS_AND_SOUND);
    assertThat(unused("lib.Lib.run();", "return \"java.awt.Color\";"))
        .containsExactlyElementsOf(ALL);
  }

  @Test
  void knowsWaysThatNoReferenceShows() {
    assertThat(unused("new java.net.URL(\"file:x.gif\").getContent();"))
        .containsExactlyElementsOf(OF_DISPLAYS_AND_SOUND);
    assertThat(unused("new java.beans.SimpleBeanInfo().loadImage(\"x\");"))
        .containsExactlyElementsOf(OF_DISPLAYS_AND_SOUND);
    assertThat(unused("new java.beans.XMLDecoder(System.in).readObject();"))
        .containsExactlyElementsOf(OF_DISPLAYS_AND_SOUND);
  }

  @Test
  void editorsDrawForWhateverIsCalledColor() {
    String edit = "java.beans.PropertyEditorManager.findEditor(App.class);";
    assertThat(unused(edit)).containsExactlyElementsOf(ALL);
    assertThat(unused(edit + "new lib.Lib.Color();"))
        .containsExactlyElementsOf(OF_DISPLAYS_AND_SOUND);
  }

  @Test
  void everyReferenceCountsWhereEverythingDoes() {
    String never =
        "if (args == null) return; System.exit(0); }"
            + " static void never() throws Exception { new java.awt.Color(1);";
    assertThat(unused(never)).containsExactlyElementsOf(ALL);
    assertThat(unused(request(never, "return null;", Wishes.NONE, InferenceLevel.SAFE), DESKTOP))
        .containsExactlyElementsOf(OF_DISPLAYS_AND_SOUND);
  }

  @Test
  void nothingGoesThatIsAskedForOrThatOtherModulesUse() {
    String beans = "java.beans.Introspector.getBeanInfo(App.class);";
    Wishes asked = new Wishes(Set.of(DESKTOP), Set.of(), List.of(), List.of());
    InferenceRequest plain = request(beans, "return null;", Wishes.NONE, InferenceLevel.DEFAULT);
    assertThat(unused(request(beans, "return null;", asked, InferenceLevel.DEFAULT), DESKTOP))
        .isEmpty();
    assertThat(unused(plain, DESKTOP, new ModuleName("jdk.accessibility"))).isEmpty();
    assertThat(unused(plain, new ModuleName("java.logging"))).isEmpty();
  }

  @Test
  void countsWhatARecordedRunLoaded() {
    InferenceRequest beans =
        request(
            "java.beans.Introspector.getBeanInfo(App.class);",
            "return null;",
            Wishes.NONE,
            InferenceLevel.DEFAULT);
    Trace drew = trace("java.awt.Toolkit");
    assertThat(unused(beans, drew)).isEmpty();
    Trace introspected = trace("java.beans.Introspector");
    assertThat(unused(beans, introspected)).containsExactlyElementsOf(ALL);
  }

  @Test
  void remembersWhatGoesUnusedButNotWithRecordedRuns(@TempDir Path folder) throws IOException {
    InferenceRequest beans =
        request(
            "java.beans.Introspector.getBeanInfo(App.class);",
            "return null;",
            Wishes.NONE,
            InferenceLevel.DEFAULT);
    assertThat(remembered(folder, beans, DESKTOP, Optional.empty())).containsExactlyElementsOf(ALL);

    assertThat(remembered(folder, beans, DESKTOP, Optional.empty())).containsExactlyElementsOf(ALL);
    assertThat(remembered(folder, beans, DESKTOP, Optional.of(trace("java.awt.Toolkit"))))
        .isEmpty();
    assertThat(remembered(folder, beans, new ModuleName("java.logging"), Optional.empty()))
        .isEmpty();
    try (Stream<Path> files = Files.walk(folder.resolve("facts"))) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(2);
    }
  }

  private static Trace trace(String loaded) {
    TreeMap<ModuleName, SortedSet<String>> classes = new TreeMap<>();
    classes.put(DESKTOP, new TreeSet<>(Set.of(loaded)));
    return new Trace(classes, Optional.empty());
  }

  private static SortedSet<DesktopLibrary> unused(String code) {
    return unused(code, "return null;");
  }

  private static SortedSet<DesktopLibrary> unused(String code, String library) {
    return unused(request(code, library, Wishes.NONE, InferenceLevel.DEFAULT), DESKTOP);
  }

  private static SortedSet<DesktopLibrary> unused(InferenceRequest request, ModuleName... roots) {
    try (ReachedApplication application = ReachedApplication.of(request)) {
      return DesktopUse.unused(application, Set.of(roots), Optional.empty());
    }
  }

  private static SortedSet<DesktopLibrary> unused(InferenceRequest request, Trace trace) {
    try (ReachedApplication application = ReachedApplication.of(request)) {
      return DesktopUse.unused(application, Set.of(DESKTOP), Optional.of(trace));
    }
  }

  private static SortedSet<DesktopLibrary> remembered(
      Path folder, InferenceRequest request, ModuleName root, Optional<Trace> trace) {
    try (ReachedApplication application = ReachedApplication.of(request)) {
      return new CachedDesktopUse(Optional.of(new UserCache(folder)))
          .unused(application, Set.of(root), trace);
    }
  }

  private static InferenceRequest request(
      String code, String library, Wishes wishes, InferenceLevel level) {
    return new InferenceRequest(
        Jdk.running(),
        new ArrayList<>(
            List.of(
                Jars.entries()
                    .classes(
                        "package com.acme; public class App { public static void main(String[] args)"
                            + " throws Exception { "
                            + code
                            + " } }",
                        "package lib; public class Lib { public static class Color {}"
                            + " public static Object run() throws Exception { "
                            + library
                            + " } }")
                    .source("app.jar"))),
        Optional.of(new ClassName("com.acme.App")),
        wishes,
        level);
  }
}
