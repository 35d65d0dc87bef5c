package dev.parka.benchmark;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.JavaContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds the same application with Jib as its plug-ins do: dependencies as jars, the application as
 * classes, defaults for all the rest; the image goes to a tar.
 */
final class JibContender {

  private JibContender() {}

  /** Arguments: the base's reference, classes, dependencies, main class, caches, the tar. */
  public static void main(String[] args) throws Exception {
    Path caches = Path.of(args[4]);
    JavaContainerBuilder.from(RegistryImage.named(args[0]))
        .addDependencies(jars(Path.of(args[2])))
        .addClasses(Path.of(args[1]))
        .setMainClass(args[3])
        .toContainerBuilder()
        .containerize(
            Containerizer.to(TarImage.at(Path.of(args[5])).named("petstore"))
                .setAllowInsecureRegistries(true)
                .setBaseImageLayersCache(caches.resolve("base"))
                .setApplicationLayersCache(caches.resolve("application")));
  }

  private static List<Path> jars(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }
}
