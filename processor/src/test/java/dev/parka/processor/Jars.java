package dev.parka.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** Jars for tests to depend on. */
final class Jars {

  private Jars() {}

  /** Compiles sources to a jar. */
  static void compile(Path jar, Map<String, String> sources, List<Path> classPath)
      throws IOException {
    Compilation compilation =
        javac()
            .withOptions("--release", "17", "-proc:none")
            .withClasspath(classPath.stream().map(Path::toFile).toList())
            .compile(
                sources.entrySet().stream()
                    .map(source -> Javac.source(source.getKey(), source.getValue()))
                    .toList());
    assertThat(compilation.errors()).isEmpty();
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (JavaFileObject file : compilation.generatedFiles()) {
        out.putNextEntry(new JarEntry(file.toUri().getPath().replaceFirst("^/[A-Z_]+/", "")));
        try (InputStream in = file.openInputStream()) {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
  }

  /** Adds a file to a jar, as {@code META-INF/services/<service>}. */
  static void addService(Path jar, String service, String provider) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      Path folder = Files.createDirectories(files.getPath("META-INF/services"));
      Files.writeString(folder.resolve(service), provider + "\n");
    }
  }

  /** Packs a directory. */
  static void pack(Path jar, Path directory) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(directory.relativize(file).toString()));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }
}
