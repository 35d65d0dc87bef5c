package dev.parka.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;

/** The files that the compiler reads and writes, by resource name such as {@code q/Q.class}. */
final class CompilerFiles {

  private static final String CLASS = ".class";

  /** Names of packages, methods and variables, but not of types (JLS 3.9). */
  private static final Set<String> RESTRICTED =
      Set.of("permits", "record", "sealed", "var", "yield");

  private final Filer filer;
  private final Elements elements;

  CompilerFiles(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  /**
   * Where a file of the class output lies or would lie; empty if the compiler has no directory for
   * it: without {@code -d}, javac writes files by their last name only.
   */
  Optional<URI> output(String name) throws IOException {
    return Optional.of(filer.getResource(StandardLocation.CLASS_OUTPUT, "", name).toUri())
        .filter(uri -> uri.getPath() != null && uri.getPath().endsWith("/" + name));
  }

  /** The directory that a file lies in, several folders deep if its name has several. */
  static Path directory(URI file, String name) {
    String path = Path.of(file).toString();
    return Path.of(path.substring(0, path.length() - name.length()));
  }

  /** What a file of the class output holds. */
  byte[] read(String name) throws IOException {
    FileObject file = filer.getResource(StandardLocation.CLASS_OUTPUT, "", name);
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    }
  }

  /** Writes a file of the class output, in UTF-8 whatever encoding the sources are in. */
  void write(String name, String text, Element origin) throws IOException {
    FileObject file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", name, origin);
    try (OutputStream out = file.openOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Where a class of the class path or of the module path lies, if it is there. */
  Optional<URI> dependency(String name) {
    return input(StandardLocation.CLASS_PATH, "", name).or(() -> onModulePath(name));
  }

  private Optional<URI> onModulePath(String name) {
    String className = name.substring(0, name.length() - CLASS.length()).replace('/', '.');
    if (hasRestrictedPart(className)) {
      return Optional.empty();
    }
    TypeElement type = elements.getTypeElement(className.replace('$', '.'));
    if (type == null) {
      return Optional.empty();
    }
    String module = elements.getModuleOf(type).getQualifiedName().toString();
    if (module.isEmpty() || ModuleFinder.ofSystem().find(module).isPresent()) {
      return Optional.empty();
    }
    return input(StandardLocation.MODULE_PATH, module + "/", name);
  }

  /**
   * Text may look like the name of a class that cannot be, and javac throws a ClassCastException
   * when it is asked for one of these.
   */
  private static boolean hasRestrictedPart(String className) {
    return Arrays.stream(className.split("[.$]")).anyMatch(RESTRICTED::contains);
  }

  private Optional<URI> input(Location location, String moduleAndPackage, String name) {
    try {
      return Optional.of(filer.getResource(location, moduleAndPackage, name).toUri());
    } catch (IOException | IllegalArgumentException e) {
      // Not there, or a name that no file can have.
      return Optional.empty();
    }
  }
}
