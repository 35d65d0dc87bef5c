package dev.parka.processor;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.parka.annotations.ContainerImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/** Compilations in memory, with the processor and with nothing on the class path that is ours. */
final class Javac {

  private Javac() {}

  /**
   * Compiles.
   *
   * @param release 17 gives the same on every JDK
   */
  static Compilation compile(
      int release,
      Processor processor,
      List<String> options,
      List<Path> classPath,
      List<JavaFileObject> files) {
    List<File> path = new ArrayList<>(List.of(annotations().toFile()));
    classPath.forEach(entry -> path.add(entry.toFile()));
    List<String> all =
        new ArrayList<>(List.of("--release", String.valueOf(release), "-Xlint:all,-processing"));
    all.addAll(options);
    Compiler compiler = javac().withProcessors(processor).withOptions(all).withClasspath(path);
    return compiler.compile(files);
  }

  static Compilation compile(String... sources) {
    List<JavaFileObject> files = new ArrayList<>();
    for (String source : sources) {
      files.add(source(source));
    }
    return compile(17, new ContainerImageProcessor(), List.of(), List.of(), files);
  }

  /** A source file; {@code com/acme/App.java} may have a public class. */
  static JavaFileObject source(String path, String text) {
    String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
    return JavaFileObjects.forSourceString(name, text);
  }

  /** A source whose name matters to nobody, as no class in it is public. */
  static JavaFileObject source(String text) {
    return JavaFileObjects.forSourceString("Source" + Integer.toHexString(text.hashCode()), text);
  }

  /** What the compilation wrote under a resource name. */
  static Optional<String> output(Compilation compilation, String name) {
    return compilation.generatedFiles().stream()
        .filter(file -> file.toUri().getPath().endsWith("/" + name))
        .findFirst()
        .map(Javac::text);
  }

  static String text(JavaFileObject file) {
    try (var in = file.openInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the annotations are, as a class path entry. */
  static Path annotations() {
    try {
      return Path.of(
          ContainerImage.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
