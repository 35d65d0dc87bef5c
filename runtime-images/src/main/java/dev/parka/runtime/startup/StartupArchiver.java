package dev.parka.runtime.startup;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.startup.StartupArchive.Traits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Makes start-up archives, or takes them from the user's cache, and sees that they are used. */
public final class StartupArchiver {

  private static final int FIRST_AOT_CACHE = 24;

  /** An archiver for run-time images of this machine's kind. */
  public StartupArchiver() {}

  /**
   * Makes one archive.
   *
   * @param directory an empty directory, in which it lies afterwards; the caller removes it
   * @throws ParkaException [ForeignJdk] if the run-time image cannot run here, [NoAotCache] if it
   *     has no such archives, [NoTraining], [BadClassList], [TrainingFailed], [ArchiveFailed] with
   *     the command and what it wrote, [ArchiveChanged] if a kept one is another than it was,
   *     [ArchiveNotAtHand] if another is pinned than can be had, and [ArchiveNotUsed] if the JVM
   *     does not use what was made
   * @throws IOException if the disk fails, or is full
   */
  public StartupArchive archive(StartupPlan plan, Path directory) throws IOException {
    require(plan);
    StagedFiles staged = StagedFiles.at(directory.resolve("root"), plan.application());
    Path scratch = Files.createDirectory(directory.resolve("scratch"));
    Path java = plan.runtime().home().resolve("bin/java");
    ArchiveCommands commands = new ArchiveCommands(java, plan.application(), staged);
    Path file = directory.resolve("archive");
    Digest key = ArchiveKey.of(plan);
    Traits traits = new OneArchive(plan, key, commands, scratch, file).get();
    return new StartupArchive(plan.kind(), file, Digest.of(file), key, traits);
  }

  private static void require(StartupPlan plan) {
    Jdk jdk = plan.runtime().jdk();
    if (plan.kind() == ArchiveKind.AOT_CACHE && jdk.featureVersion() < FIRST_AOT_CACHE) {
      throw new ParkaException(
          RuntimeProblem.NO_AOT_CACHE,
          "JDK " + jdk.version() + " has no AOT caches",
          "use JDK " + FIRST_AOT_CACHE + " or later, or " + ArchiveKind.APP_CDS.name());
    }
    String host = System.getProperty("os.arch");
    if (!Architecture.ofJdkName(host).equals(Optional.of(jdk.architecture()))) {
      throw new ParkaException(
          RuntimeProblem.FOREIGN_JDK,
          "a start-up archive is made by the image's own java, for "
              + jdk.architecture().jdkName()
              + ", and this is "
              + host,
          "build without one, or on a machine of that kind");
    }
  }
}
