package dev.parka.processor;

import dev.parka.checkin.CheckedInFiles;
import dev.parka.checkin.DriftMode;
import dev.parka.checkin.GeneratedFile;
import dev.parka.runtime.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the generated files are checked in, and what happens to stale ones.
 *
 * @param directory that of one main class; several have a folder each in it, named after them
 * @param isShared whether there are several main classes in the compilation
 */
record Checkin(Path directory, DriftMode drift, boolean isShared) {

  /** The same where there are so many main classes. */
  Checkin forMains(int count) {
    return new Checkin(directory, drift, count > 1);
  }

  /** Holds the files that are there against these. */
  List<Problem> hold(String mainClass, List<GeneratedFile> files) {
    Path place = isShared ? directory.resolve(mainClass) : directory;
    String howToUpdate = "compile once with -A" + ProcessorOptions.DRIFT + "=" + DriftMode.UPDATE;
    List<GeneratedFile> fitting =
        isShared ? files.stream().map(GeneratedFile::elsewhere).toList() : files;
    return new CheckedInFiles(place, howToUpdate).hold(fitting, drift);
  }
}
