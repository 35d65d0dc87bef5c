package dev.parka.runtime.lean;

import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The native libraries that come with modules. Which module brings which is in its jmod file, or in
 * what a JDK that links from its own run-time image has for that (JEP 493); where neither says,
 * every library counts.
 */
final class LinkedLibraries {

  private static final ModuleName JLINK = new ModuleName("jdk.jlink");
  private static final String LISTS = "jdk/tools/jlink/internal/runtimelink/fs_";
  private static final String SUFFIX = ".so";

  private LinkedLibraries() {}

  /** The libraries by their paths in the JDK, each read. */
  static SortedMap<String, NativeNames> of(ModuleCatalog catalog, Set<ModuleName> modules)
      throws IOException {
    SortedMap<String, NativeNames> found = new TreeMap<>();
    Path home = catalog.jdk().home();
    for (ModuleName module : modules) {
      Path jmod = home.resolve("jmods/" + module + ".jmod");
      Optional<byte[]> list = catalog.file(JLINK, LISTS + module + "_files");
      if (Files.exists(jmod)) {
        addJmod(jmod, found);
      } else if (list.isPresent()) {
        addListed(home, new String(list.get(), StandardCharsets.UTF_8), found);
      } else {
        addAll(home, found);
      }
    }
    return found;
  }

  private static void addJmod(Path jmod, SortedMap<String, NativeNames> found) throws IOException {
    try (ZipFile zip = new ZipFile(jmod.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> e.getName().endsWith(SUFFIX)).toList()) {
        found.put(entry.getName(), NativeNames.of(zip.getInputStream(entry).readAllBytes()));
      }
    }
  }

  private static void addListed(Path home, String list, SortedMap<String, NativeNames> found)
      throws IOException {
    for (String line : list.lines().toList()) {
      String path = line.substring(line.lastIndexOf('|') + 1);
      if (path.endsWith(SUFFIX) && Files.exists(home.resolve(path))) {
        found.put(path, NativeNames.of(Files.readAllBytes(home.resolve(path))));
      }
    }
  }

  private static void addAll(Path home, SortedMap<String, NativeNames> found) throws IOException {
    try (Stream<Path> all = Files.walk(home.resolve("lib"))) {
      for (Path file : all.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList()) {
        found.put(home.relativize(file).toString(), NativeNames.of(Files.readAllBytes(file)));
      }
    }
  }
}
