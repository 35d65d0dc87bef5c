package dev.parka.runtime.trace;

import dev.parka.runtime.testing.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Small applications that load classes of a few modules. */
final class Applications {

  /** Loads by name what no reference shows; with an argument, it serves until it is stopped. */
  private static final String SOURCE =
      """
      package com.acme;
      public class App {
        public static void main(String[] args) throws Exception {
          Runnable lambda = () -> System.out.println("hello");
          lambda.run();
          Class.forName("java.sql.Drive".concat("r"));
          if (args.length > 0 && args[0].equals("serve")) {
            Runtime.getRuntime().addShutdownHook(
                new Thread(() -> new java.util.prefs.InvalidPreferencesFormatException("bye")));
            Thread.sleep(600_000);
          }
          if (args.length > 0) {
            System.exit(Integer.parseInt(args[0]));
          }
        }
      }
      """;

  private Applications() {}

  static TracedApplication in(Path folder, List<String> jvmFlags, String... arguments)
      throws IOException {
    Path classes = folder.resolve("classes and more");
    for (Map.Entry<String, byte[]> file : Compiled.of(SOURCE).entrySet()) {
      Path path = classes.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return new TracedApplication(List.of(classes), "com.acme.App", jvmFlags, List.of(arguments));
  }
}
