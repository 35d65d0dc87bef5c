package dev.parka.runtime.testing;

import static java.util.stream.Collectors.toCollection;

import dev.parka.runtime.jdk.Jdk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The class files of a JDK's modules as its own file system has them: an outside judge. */
public final class JdkClassFiles {

  private static final URI ROOT = URI.create("jrt:/");

  private JdkClassFiles() {}

  /** All class files of a module by their path, such as {@code java/sql/Driver.class}. */
  public static Map<String, byte[]> of(Jdk jdk, String module) throws IOException {
    if (Files.isSameFile(jdk.home(), Path.of(System.getProperty("java.home")))) {
      return read(FileSystems.getFileSystem(ROOT).getPath("/modules", module));
    }
    try (FileSystem files =
        FileSystems.newFileSystem(ROOT, Map.of("java.home", jdk.home().toString()))) {
      return read(files.getPath("/modules", module));
    }
  }

  private static Map<String, byte[]> read(Path module) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(module)) {
      for (Path file : all.collect(toCollection(TreeSet::new))) {
        if (file.toString().endsWith(".class")) {
          classes.put(module.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
    return classes;
  }
}
