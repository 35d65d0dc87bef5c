package dev.parka.runtime.startup;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.process.ProcessResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sees whether the JVM uses an archive: it loads the main class with the image's own flags, in a
 * mode in which it does not start without the archive, reads all checksums, and logs where each
 * class came from.
 *
 * @param commands the application's
 * @param scratch a directory for the log
 */
record ArchiveUse(ArchiveCommands commands, Path scratch) {

  /** What was seen: how many classes came from the archive, and how the JVM ended. */
  record Seen(int sharedClasses, ProcessResult result) {

    boolean isGood() {
      return sharedClasses > 0 && result.succeeded();
    }

    /**
     * The number of classes, if there is one.
     *
     * @throws ParkaException [ArchiveNotUsed] with what the JVM says
     */
    int orThrow(ArchiveKind kind) {
      if (!isGood()) {
        String told = result.succeeded() ? "no class came from it, in\n" : "the JVM refuses it:\n";
        throw new ParkaException(
            RuntimeProblem.ARCHIVE_NOT_USED,
            "the " + kind + " would not be used: " + told + result.describe(),
            "leave out the flag that it complains of, or build without a start-up archive");
      }
      return sharedClasses;
    }
  }

  Seen of(ArchiveKind kind, Path archive) throws IOException {
    Path log = scratch.resolve("class-load.log");
    Files.deleteIfExists(log);
    List<String> flags = new ArrayList<>();
    if (kind == ArchiveKind.AOT_CACHE) {
      flags.add("-XX:AOTCache=" + archive);
      flags.add("-XX:AOTMode=on");
    } else {
      flags.add("-XX:SharedArchiveFile=" + archive);
      flags.add("-Xshare:on");
    }
    flags.add("-XX:+VerifySharedSpaces");
    // In quotation marks, as a path may have colons.
    flags.add("-Xlog:class+load:file=\"" + log + "\"");
    ProcessResult result = commands.load(flags).run();
    return new Seen(shared(log), result);
  }

  private static int shared(Path log) throws IOException {
    if (!Files.exists(log)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      return (int) lines.filter(line -> line.contains("source: shared objects file")).count();
    }
  }
}
