package dev.parka.runtime.breakages;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Images that the running JDK's jlink makes; each set of modules is linked once. */
final class Images {

  private final Path directory;
  private final Map<String, FutureTask<Path>> linked = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /** Links below a directory, which is the caller's to remove. */
  Images(Path directory) {
    this.directory = directory;
  }

  /** The {@code java} of an image of these modules and what they require. */
  Path java(Collection<String> modules) {
    String names = String.join(",", new TreeSet<>(modules));
    FutureTask<Path> image = linked.computeIfAbsent(names, n -> new FutureTask<>(() -> link(n)));
    image.run();
    try {
      return image.get().resolve("bin/java");
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("no image of " + names, e);
    }
  }

  private Path link(String modules) {
    Path image = directory.resolve("image" + count.getAndIncrement());
    HostTool.link(modules, image);
    return image;
  }
}
