package dev.parka.runtime.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.testing.Jars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of jars, and that of the entries in them, changes nothing: not even a reason. */
class DeterminismTest {

  private static final String[] SOURCES = {
    """
    package com.acme;
    public class App {
      public static void main(String[] args) throws Exception {
        com.lib.Service s = java.util.ServiceLoader.load(com.lib.Service.class).iterator().next();
        s.serve(args.length > 0 ? "com.lib.Named" : "java.rmi.Remote");
        java.sql.DriverManager.getDrivers();
        Runnable r = () -> new com.lib.Draws();
        r.run();
      }
    }
    """,
    "package com.lib; public interface Service { void serve(String s); }",
    """
    package com.lib;
    public class One implements Service {
      java.util.logging.Logger log;
      public void serve(String s) { java.text.NumberFormat.getInstance(java.util.Locale.GERMAN); }
    }
    """,
    """
    package com.lib;
    public class Two implements Service {
      java.util.prefs.Preferences prefs;
      public void serve(String s) { new javax.swing.JFrame(); new Dead(); }
    }
    """,
    "package com.lib; public class Named { java.sql.Driver d; javax.naming.Context c; }",
    "package com.lib; public class Draws { Object o = new java.awt.image.BufferedImage(1, 1, 1); }",
    """
    package com.lib;
    public class Dead {
      javax.script.ScriptEngine e;
      void never(com.sun.net.httpserver.HttpServer s) throws Exception {
        new com.sun.tools.attach.AttachNotSupportedException("");
        javax.tools.ToolProvider.getSystemJavaCompiler();
        java.nio.file.FileSystems.newFileSystem(java.nio.file.Path.of(""));
      }
    }
    """,
    "package com.lib; public class Driver extends Dead { java.rmi.Remote r; }",
  };

  private final Random random = new Random(17);

  @TempDir private Path folder;

  @Test
  void saysTheSameForEveryOrderOfJarsAndEntries() throws IOException {
    Map<String, byte[]> all = Jars.entries().classes(SOURCES).files();
    Map<String, Map<String, byte[]>> jars = new LinkedHashMap<>();
    for (String name : List.of("a.jar", "b.jar", "c.jar", "d.jar")) {
      jars.put(name, new LinkedHashMap<>());
    }
    Random deal = new Random(4);
    // Each class is in one jar or in two.
    all.forEach(
        (path, bytes) -> {
          List<Map<String, byte[]>> hands = new ArrayList<>(jars.values());
          Collections.shuffle(hands, deal);
          hands.subList(0, 1 + deal.nextInt(2)).forEach(hand -> hand.put(path, bytes));
        });
    jars.values()
        .forEach(
            jar ->
                jar.putAll(
                    Jars.entries()
                        .text("META-INF/services/com.lib.Service", "com.lib.Two\ncom.lib.One\n")
                        .text("META-INF/services/java.sql.Driver", "com.lib.Driver\n")
                        .text("META-INF/spring.factories", "k=com.lib.Named,java.sql.Driver")
                        .files()));

    RootModules first = infer(write(jars, 0));

    assertThat(first.reasons()).hasSizeGreaterThan(5);
    assertThat(first.leftOut()).isNotEmpty();
    for (int i = 1; i <= 25; i++) {
      assertThat(infer(write(jars, i))).isEqualTo(first);
    }
  }

  /** Writes the jars with their entries shuffled, in an order that is shuffled, too. */
  private List<ClassSource> write(Map<String, Map<String, byte[]>> jars, int round)
      throws IOException {
    List<ClassSource> sources = new ArrayList<>();
    Path to = Files.createDirectories(folder.resolve("round" + round));
    for (Map.Entry<String, Map<String, byte[]>> jar : jars.entrySet()) {
      List<String> paths = new ArrayList<>(jar.getValue().keySet());
      Collections.shuffle(paths, random);
      Map<String, byte[]> entries = new LinkedHashMap<>();
      paths.forEach(path -> entries.put(path, jar.getValue().getOrDefault(path, new byte[0])));
      sources.add(ClassSource.jar(Jars.write(to.resolve(jar.getKey()), entries)));
    }
    Collections.shuffle(sources, random);
    return sources;
  }

  private static RootModules infer(List<ClassSource> sources) {
    return new ReferenceInference()
        .infer(
            new InferenceRequest(
                Inferring.RUNNING,
                sources,
                Optional.of(new ClassName("com.acme.App")),
                InferenceRequest.Wishes.NONE));
  }
}
