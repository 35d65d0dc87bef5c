package dev.parka.processor;

import dev.parka.runtime.modules.ModuleName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** The files that the compiler reads and writes, by resource name such as {@code q/Q.class}. */
final class CompilerFiles {

  private static final String CLASS = ".class";

  private final Filer filer;
  private final Elements elements;
  private final ClassPathFolders folders = new ClassPathFolders(this::isOnClassPath);
  private @Nullable Map<String, Path> modulePath;

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

  /** The entry of the class path or of the module path that has a class, if one has. */
  Optional<Path> dependency(String internalName) {
    return onClassPath(internalName).or(() -> Optional.ofNullable(modulePath().get(internalName)));
  }

  private Optional<Path> onClassPath(String internalName) {
    if (!folders.mayHave(internalName)) {
      return Optional.empty();
    }
    String name = internalName + CLASS;
    Optional<Path> entry =
        input(StandardLocation.CLASS_PATH, "", name).flatMap(uri -> entry(uri, name));
    if (entry.isPresent()) {
      folders.found(internalName);
    }
    return entry;
  }

  /**
   * Whether the class path has a folder of this name: javac finds it, and refuses to hand it out.
   */
  private boolean isOnClassPath(String folder) {
    try {
      filer.getResource(StandardLocation.CLASS_PATH, "", folder);
      return true;
    } catch (IOException e) {
      return false;
    } catch (RuntimeException e) {
      return allowed(IllegalArgumentException.class, e, true);
    }
  }

  /** The module that a class is compiled in, if it has a name. */
  Optional<ModuleName> moduleOf(Element type) {
    return Optional.ofNullable(elements.getModuleOf(type))
        .filter(module -> !module.isUnnamed())
        .map(module -> new ModuleName(module.getQualifiedName().toString()));
  }

  /** Where modules lie that the compilation sees beside the JDK's, sorted. */
  SortedSet<Path> modules() {
    return new TreeSet<>(modulePath().values());
  }

  private Map<String, Path> modulePath() {
    Map<String, Path> known = modulePath;
    if (known == null) {
      known = ModulePathClasses.find(elements, this);
      modulePath = known;
    }
    return known;
  }

  /** The entry of the module path that a module lies in, by a file in it. */
  Optional<Path> moduleWith(String module, String name) {
    try {
      return input(StandardLocation.MODULE_PATH, module + "/", name)
          .flatMap(uri -> entry(uri, name));
    } catch (RuntimeException e) {
      // javac does not expect to be asked for a module that lies on no path, such as its own.
      return allowed(NullPointerException.class, e, Optional.empty());
    }
  }

  /** {@code jar:file:/lib/q.jar!/q/Q.class} is in {@code /lib/q.jar}. */
  private static Optional<Path> entry(URI uri, String name) {
    String text = uri.toString();
    if (text.startsWith("jar:file:") && text.contains("!/")) {
      return Optional.of(Path.of(URI.create(text.substring(4, text.indexOf("!/")))));
    }
    return text.startsWith("file:") ? Optional.of(directory(uri, name)) : Optional.empty();
  }

  private Optional<URI> input(Location location, String moduleAndPackage, String name) {
    try {
      return Optional.of(filer.getResource(location, moduleAndPackage, name).toUri());
    } catch (IOException e) {
      return Optional.empty();
    } catch (RuntimeException e) {
      // A name that no file can have.
      return allowed(IllegalArgumentException.class, e, Optional.empty());
    }
  }

  /** The answer if that was thrown; what is thrown by file managers of others, javac wraps. */
  private static <T> T allowed(
      Class<? extends RuntimeException> type, RuntimeException thrown, T answer) {
    if (type.isInstance(thrown) || type.isInstance(thrown.getCause())) {
      return answer;
    }
    throw thrown;
  }
}
