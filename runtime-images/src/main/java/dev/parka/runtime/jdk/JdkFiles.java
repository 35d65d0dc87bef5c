package dev.parka.runtime.jdk;

import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The classes and resources of a JDK's own modules, of this or any other feature version; to be
 * closed after use.
 */
public interface JdkFiles extends AutoCloseable {

  /**
   * Opens the {@code lib/modules} of a JDK. Nothing is run.
   *
   * @throws ParkaException [DamagedJdk] if it cannot be read
   */
  static JdkFiles open(Jdk jdk) {
    try {
      Optional<JdkFiles> direct = ImageFile.open(jdk.home());
      return direct.isPresent() ? direct.get() : JrtFiles.open(jdk);
    } catch (IOException | RuntimeException | LinkageError e) {
      throw DamagedModules.in(jdk.home(), e);
    }
  }

  /**
   * The names of all files in the {@code lib/modules} of a JDK or of a run-time image, such as
   * {@code /java.sql/java/sql/Driver.class}, each with its bytes before any compression; empty if
   * there is none, or it is of another version than JDKs have had since 9.
   *
   * @throws ParkaException [DamagedJdk] if it cannot be read
   */
  static Map<String, Long> sizes(Path home) throws IOException {
    return ImageFile.sizes(home);
  }

  /** The names of all modules, each with the bytes of its files, unpacked; read when asked for. */
  SortedMap<String, Long> modules();

  /**
   * The paths of all files of a module, such as {@code java/sql/Driver.class}, each with its bytes,
   * unpacked; empty if there is no such module.
   */
  SortedMap<String, Long> list(String module);

  /** Whether there is a module of this name. */
  boolean hasModule(String name);

  /** The modules that have classes or resources in a package such as {@code java.sql}. */
  Set<String> modulesOf(String packageName);

  /** Whether a module has a file such as {@code java/sql/Driver.class}. */
  boolean has(String module, String path);

  /**
   * A file of a module; empty if there is none.
   *
   * @throws ParkaException [DamagedJdk] if it is there and cannot be read
   */
  Optional<byte[]> read(String module, String path);

  @Override
  void close();
}
