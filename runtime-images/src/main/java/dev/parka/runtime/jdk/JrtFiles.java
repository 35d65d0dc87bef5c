package dev.parka.runtime.jdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A JDK's modules through its own {@code jrt:} file system (JEP 220): slow, but knows its format.
 */
final class JrtFiles implements JdkFiles {

  private static final URI ROOT = URI.create("jrt:/");

  private final Path home;
  private final FileSystem files;
  private final SortedMap<String, Long> modules = new TreeMap<>();
  private final Map<String, Set<String>> packages = new HashMap<>();

  private JrtFiles(Path home, FileSystem files) throws IOException {
    this.home = home;
    this.files = files;
    try (DirectoryStream<Path> homes = Files.newDirectoryStream(files.getPath("/modules"))) {
      for (Path module : homes) {
        modules.put(String.valueOf(module.getFileName()), size(module));
      }
    }
    if (!modules.containsKey("java.base")) {
      throw new IOException("no java.base");
    }
  }

  static JdkFiles open(Jdk jdk) throws IOException {
    if (Files.isSameFile(jdk.home(), Path.of(System.getProperty("java.home")))) {
      return new JrtFiles(jdk.home(), FileSystems.getFileSystem(ROOT));
    }
    FileSystem files = FileSystems.newFileSystem(ROOT, Map.of("java.home", jdk.home().toString()));
    try {
      return new JrtFiles(jdk.home(), files);
    } catch (IOException | RuntimeException e) {
      files.close();
      throw e;
    }
  }

  @Override
  public SortedMap<String, Long> modules() {
    return modules;
  }

  @Override
  public SortedMap<String, Long> list(String module) {
    SortedMap<String, Long> found = new TreeMap<>();
    if (hasModule(module)) {
      Path top = files.getPath("/modules", module);
      try (Stream<Path> all = Files.walk(top)) {
        for (Path file : (Iterable<Path>) all::iterator) {
          if (Files.isRegularFile(file)) {
            found.put(top.relativize(file).toString(), Files.size(file));
          }
        }
      } catch (IOException | UncheckedIOException e) {
        throw DamagedModules.in(home, e);
      }
    }
    return found;
  }

  @Override
  public boolean hasModule(String name) {
    return modules.containsKey(name);
  }

  @Override
  public Set<String> modulesOf(String packageName) {
    return packages.computeIfAbsent(packageName, this::readPackage);
  }

  private Set<String> readPackage(String packageName) {
    Set<String> found = new TreeSet<>();
    if (packageName.indexOf('/') < 0 && packageName.indexOf('\0') < 0) {
      try (DirectoryStream<Path> links =
          Files.newDirectoryStream(files.getPath("/packages", packageName))) {
        links.forEach(link -> found.add(String.valueOf(link.getFileName())));
      } catch (IOException e) {
        // There is no such package.
      }
    }
    return found;
  }

  @Override
  public boolean has(String module, String path) {
    return path.indexOf('\0') < 0 && Files.exists(files.getPath("/modules", module, path));
  }

  @Override
  public Optional<byte[]> read(String module, String path) {
    try {
      return Optional.of(Files.readAllBytes(files.getPath("/modules", module, path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw DamagedModules.in(home, e);
    }
  }

  @Override
  public void close() {
    // The file system of the running JDK is everybody's and cannot be closed.
    if (files != FileSystems.getFileSystem(ROOT)) {
      try {
        files.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static long size(Path module) throws IOException {
    try (Stream<Path> all = Files.walk(module)) {
      long sum = 0;
      for (Path file : (Iterable<Path>) all::iterator) {
        sum += Files.size(file);
      }
      return sum;
    }
  }
}
