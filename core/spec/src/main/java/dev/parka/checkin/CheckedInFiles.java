package dev.parka.checkin;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.tree.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A directory in which generated files are checked in. Only their content counts, and not how their
 * lines end, as git changes that on some machines.
 */
public final class CheckedInFiles {

  private final Path directory;
  private final String howToUpdate;

  /**
   * Names a directory.
   *
   * @param howToUpdate what the user does to have stale files written again, as in "compile once
   *     with -Aparka.drift=update"
   */
  public CheckedInFiles(Path directory, String howToUpdate) {
    this.directory = directory;
    this.howToUpdate = howToUpdate;
  }

  /**
   * Holds the files that are there against those that would be generated now, and does to stale
   * ones what the mode says.
   *
   * @return a [StaleFile] or [StaleFileLeft] for each, none where files are updated
   * @throws ParkaException [HandWrittenFile], if there is one nothing is written; [CannotWrite]
   */
  public List<Problem> hold(List<GeneratedFile> files, DriftMode mode) {
    List<GeneratedFile> stale = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<Problem> byHand = new ArrayList<>();
    for (GeneratedFile file : files) {
      Optional<String> is = read(file);
      if (is.isPresent() && !file.isGenerated(is.get())) {
        if (!file.yields()) {
          byHand.add(handWritten(file));
        }
      } else if (is.isEmpty() || !is.get().equals(file.text())) {
        stale.add(file);
        problems.add(stale(file, is, mode));
      }
    }
    if (!byHand.isEmpty()) {
      throw new ParkaException(byHand);
    }
    if (mode != DriftMode.UPDATE) {
      return problems;
    }
    stale.forEach(this::write);
    return List.of();
  }

  /** The text of the file that is there, with {@code \n} at the end of every line. */
  private Optional<String> read(GeneratedFile file) {
    try {
      byte[] bytes = Files.readAllBytes(path(file));
      return Optional.of(new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n"));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new ParkaException(
          RuntimeProblem.CANNOT_WRITE,
          path(file) + " cannot be read, so that it is not written either: " + e.getMessage(),
          "see that it is a file that can be read",
          e);
    }
  }

  private Problem handWritten(GeneratedFile file) {
    return new Problem(
        CheckinProblem.HAND_WRITTEN_FILE,
        path(file) + " was not written by Parka, and is left as it is",
        "move it away, or choose another directory");
  }

  private Problem stale(GeneratedFile file, Optional<String> is, DriftMode mode) {
    return new Problem(
        mode.staleFile(),
        path(file) + (is.isPresent() ? " is not what would be generated now" : " is not there"),
        howToUpdate
            + " and check it in"
            + is.map(text -> ":\n" + UnifiedDiff.of(file.name(), text, file.text())).orElse(""));
  }

  private void write(GeneratedFile file) {
    Path path = path(file);
    try {
      Files.createDirectories(directory);
      WholeFile.write(path, file.text());
    } catch (IOException e) {
      throw new ParkaException(
          RuntimeProblem.CANNOT_WRITE,
          path + " cannot be written: " + e.getMessage(),
          "choose another directory",
          e);
    }
  }

  private Path path(GeneratedFile file) {
    return directory.resolve(file.name());
  }
}
