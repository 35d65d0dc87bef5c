package dev.parka.image;

import dev.parka.annotations.Startup;
import dev.parka.plan.ImagePlan;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.link.RuntimeImage;
import dev.parka.runtime.startup.ArchiveKind;
import dev.parka.runtime.startup.ArchivePin;
import dev.parka.runtime.startup.ArchiveSource;
import dev.parka.runtime.startup.ArchivedApplication;
import dev.parka.runtime.startup.PlacedJar;
import dev.parka.runtime.startup.StartupArchive;
import dev.parka.runtime.startup.StartupArchiver;
import dev.parka.runtime.startup.StartupPlan;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import dev.parka.spec.EnvironmentVariable;
import dev.parka.spec.ImageSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a start-up archive is made from, beside the application.
 *
 * @param source what tells which classes are loaded
 * @param usesCache whether archives are kept for the next build
 * @param updatesLock whether the lock file learns of an archive that is not reproducible
 */
record StartupInputs(ArchiveSource source, boolean usesCache, boolean updatesLock) {

  static final StartupInputs NONE = new StartupInputs(new ArchiveSource.None(), true, false);

  private static final int FILE_MODE = 0644;

  StartupInputs withSource(ArchiveSource newSource) {
    return new StartupInputs(newSource, usesCache, updatesLock);
  }

  StartupInputs withCache(boolean wanted) {
    return new StartupInputs(source, wanted, updatesLock);
  }

  StartupInputs withLockUpdate(boolean wanted) {
    return new StartupInputs(source, usesCache, wanted);
  }

  /** Whether the archive itself was given, and need not be pinned otherwise. */
  boolean isGiven() {
    return source instanceof ArchiveSource.Kept;
  }

  /**
   * Makes the archive that an image wants.
   *
   * @param pin the one that must be taken if it was made from the same things
   * @param directory an empty directory
   */
  StartupArchive make(
      ImageSpec spec,
      ImagePlan plan,
      RuntimeImage runtime,
      List<PlacedJar> classPath,
      Instant time,
      Optional<ArchivePin> pin,
      Path directory)
      throws IOException {
    SortedMap<String, String> environment = new TreeMap<>();
    for (EnvironmentVariable variable : plan.config().environment()) {
      environment.put(variable.name(), variable.value());
    }
    ArchivedApplication application =
        new ArchivedApplication(
            classPath,
            time,
            spec.application().mainClass().value(),
            plan.runtime().startup().jvmFlags(),
            new ArchivedApplication.MainProcess(
                spec.application().arguments(),
                environment,
                plan.config().process().workingDirectory()));
    Optional<UserCache> cache = usesCache ? UserCache.ofThisUser() : Optional.empty();
    return new StartupArchiver()
        .archive(
            new StartupPlan(
                kind(plan.runtime().startup().kind()),
                runtime,
                application,
                source,
                new StartupPlan.Keeping(cache, pin)),
            directory);
  }

  /** The archive where the image has it. */
  static FileTree files(ImagePlan plan, StartupArchive archive) {
    return FileTree.of(
        List.of(
            new FileEntry.RegularFile(
                plan.files()
                    .startupArchive(
                        plan.runtime().startup().kind(), plan.runtime().startup().jvmFlags()),
                FILE_MODE,
                Content.of(archive.file()))));
  }

  private static ArchiveKind kind(Startup startup) {
    return switch (startup) {
      case CDS -> ArchiveKind.CDS;
      case APP_CDS -> ArchiveKind.APP_CDS;
      case AOT_CACHE -> ArchiveKind.AOT_CACHE;
      case NONE -> throw new IllegalArgumentException("no archive is wanted");
    };
  }
}
