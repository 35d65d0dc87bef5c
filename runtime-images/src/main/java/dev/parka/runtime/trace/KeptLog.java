package dev.parka.runtime.trace;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The place of a log that stays: it is written beside, then moved there.
 *
 * @param place where it goes
 * @param beside where it is written, which shows before the run whether it can be
 */
record KeptLog(Path place, Path beside) implements AutoCloseable {

  static KeptLog at(Path place) {
    Path absolute = place.toAbsolutePath();
    if (Files.exists(absolute) && !Files.isRegularFile(absolute)) {
      throw cannotWrite(
          place, new FileSystemException(place.toString(), null, "what is there is no file"));
    }
    try {
      Path parent = absolute.getParent();
      return new KeptLog(
          absolute,
          Files.createTempFile(
              Files.createDirectories(parent == null ? absolute : parent), ".parka", ".part"));
    } catch (IOException e) {
      throw cannotWrite(place, e);
    }
  }

  void keep(Path log) {
    try {
      Files.copy(log, beside, StandardCopyOption.REPLACE_EXISTING);
      Files.move(
          beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw cannotWrite(place, e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ParkaException cannotWrite(Path place, IOException e) {
    String why =
        e instanceof FileSystemException f && f.getReason() != null
            ? f.getReason()
            : e.getClass().getSimpleName();
    return new ParkaException(
        RuntimeProblem.CANNOT_WRITE,
        place + " cannot be written: " + why,
        "choose another place, or make room there",
        e);
  }
}
