package dev.parka.runtime.jdk;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A module file of a JDK, {@code jmods/<module>.jmod}: a zip file after a magic number of four
 * bytes, which {@link ZipFile} passes over. To be closed after use.
 */
public final class JmodFile implements AutoCloseable {

  private static final int SIZE_LIMIT = 16 << 20;

  private final Path file;
  private final ZipFile zip;

  private JmodFile(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /**
   * Opens a module file and reads its table of contents, which lies at its end.
   *
   * @throws ParkaException [DamagedJdk] if that cannot be read, as in a file that was cut
   */
  public static JmodFile open(Path file) {
    try {
      return new JmodFile(file, new ZipFile(file.toFile()));
    } catch (IOException e) {
      throw damaged(file, e);
    }
  }

  /** Whether it has an entry such as {@code classes/module-info.class}. */
  public boolean has(String entry) {
    return zip.getEntry(entry) != null;
  }

  /**
   * The bytes of an entry; empty if there is none.
   *
   * @throws ParkaException [DamagedJdk] if it is there and cannot be read
   */
  public Optional<byte[]> read(String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return Optional.of(in.readNBytes(SIZE_LIMIT));
    } catch (IOException e) {
      throw damaged(file, e);
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      // It was only read.
    }
  }

  private static ParkaException damaged(Path file, IOException cause) {
    return new ParkaException(
        RuntimeProblem.DAMAGED_JDK,
        file + " cannot be read: " + cause.getMessage(),
        "install the JDK again",
        cause);
  }
}
