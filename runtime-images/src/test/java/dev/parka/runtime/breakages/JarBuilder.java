package dev.parka.runtime.breakages;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Makes a jar of a folder: its sources are compiled for Java 17, all else is packed as it is. */
final class JarBuilder {

  private static final String VERSIONED = "META-INF/versions/";

  private final Path folder;
  private final Path classes;
  private final List<Path> classPath;

  private JarBuilder(Path folder, Path classes, List<Path> classPath) {
    this.folder = folder;
    this.classes = classes;
    this.classPath = classPath;
  }

  /** Builds the jar in a directory, against other jars. */
  static Path build(Path folder, List<Path> shared, Path directory, List<Path> classPath)
      throws IOException {
    String name = folder.getFileName().toString();
    Path classes = Files.createDirectories(directory.resolve("classes/" + name));
    new JarBuilder(folder, classes, classPath).fill(shared);
    return pack(classes, directory.resolve(name));
  }

  /** Compiles first: javac reads what lies in its output directory, broken as it may be. */
  private void fill(List<Path> shared) throws IOException {
    List<Path> base = new ArrayList<>(shared);
    List<Path> versioned = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString();
      if (!name.endsWith(".java")) {
        others.add(file);
      } else if (name.startsWith(VERSIONED)) {
        versioned.add(file);
      } else {
        base.add(file);
      }
    }
    compile(base, classes);
    if (!versioned.isEmpty()) {
      compile(versioned, Files.createDirectories(classes.resolve(VERSIONED + "11")));
    }
    for (Path file : others) {
      Path copy = classes.resolve(folder.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }

  private void compile(List<Path> sources, Path output) throws IOException {
    boolean module = sources.stream().anyMatch(source -> source.endsWith("module-info.java"));
    String path = classPath.stream().map(Path::toString).collect(joining(":"));
    List<String> options = new ArrayList<>(List.of("--release", "17", "-proc:none", "-nowarn"));
    options.addAll(List.of("-encoding", "UTF-8"));
    options.addAll(List.of("-d", output.toString(), module ? "-p" : "-cp", path));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
      assertThat(compiler.getTask(said, files, null, options, null, units).call())
          .as(said::toString)
          .isTrue();
    }
  }

  private static Path pack(Path classes, Path jar) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files(classes)) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return jar;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
