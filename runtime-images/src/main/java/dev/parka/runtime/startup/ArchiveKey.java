package dev.parka.runtime.startup;

import dev.parka.runtime.cache.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What an archive hangs on. */
final class ArchiveKey {

  /** Raised when Parka makes archives in another way. */
  private static final int RECIPE = 1;

  private static final List<String> RUNTIME_FILES =
      List.of("release", "lib/modules", "lib/server/libjvm.so", "lib/classlist");

  private ArchiveKey() {}

  /** The digest of all of it. */
  static Digest of(StartupPlan plan) throws IOException {
    ArchivedApplication application = plan.application();
    Digest.Parts parts = Digest.parts().add("start-up archive").add(RECIPE).add(plan.kind());
    for (String name : RUNTIME_FILES) {
      Path file = plan.runtime().home().resolve(name);
      parts.add(Files.exists(file) ? Digest.of(file) : "none");
    }
    for (PlacedJar jar : application.classPath()) {
      parts.add(jar.path()).add(Digest.of(jar.file()));
    }
    parts
        .add("end of class path")
        .add(application.time().getEpochSecond())
        .add(application.mainClass())
        .addAll(application.jvmFlags());
    addSource(parts, plan.source(), application.process());
    return parts.digest();
  }

  private static void addSource(
      Digest.Parts parts, ArchiveSource source, ArchivedApplication.MainProcess process)
      throws IOException {
    if (source instanceof ArchiveSource.Listed listed) {
      parts.add("list").add(ClassList.read(listed.file()).text());
    } else if (source instanceof ArchiveSource.Trained trained) {
      parts
          .add("training")
          .add(trained.training().name())
          .addAll(trained.training().environment().entrySet())
          .addAll(process.arguments())
          .addAll(process.environment().entrySet())
          .add(process.workingDirectory());
    } else if (source instanceof ArchiveSource.Kept kept) {
      parts.add("kept").add(kept.digest());
    }
  }
}
