package dev.parka.runtime.startup;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.process.ChildProcess;
import dev.parka.runtime.startup.ArchiveNormaliser.Clock;
import dev.parka.runtime.startup.StartupArchive.Traits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Makes archives; each in a JVM of its own.
 *
 * @param plan what to make
 * @param commands with what
 * @param scratch a directory for what is needed on the way
 */
record ArchiveMaker(StartupPlan plan, ArchiveCommands commands, Path scratch) {

  /** From here on classes of a static archive can be linked when it is made (JEP 483). */
  private static final int LINKS_AHEAD = 24;

  /**
   * The first version whose archives come out the same. On 17 they differ in the order of symbols
   * and in bytes that are never written, whatever was tried.
   */
  private static final int REPEATABLE = 25;

  private static final String FIX = "mend what it complains of, or build without the archive";

  /** Makes one at this path. */
  Traits make(Path archive) throws IOException {
    return switch (plan.kind()) {
      case CDS -> repeated(archive, false, path -> commands.dumpDefault(path));
      case APP_CDS -> application(archive);
      case AOT_CACHE -> cache(archive);
    };
  }

  private Traits application(Path archive) throws IOException {
    Path list = scratch.resolve("classes.list");
    Files.writeString(list, classList());
    if (version() >= LINKS_AHEAD) {
      Traits traits = repeated(archive, true, path -> commands.dump(list, path, true));
      if (new ArchiveUse(commands, scratch).of(plan.kind(), archive).isGood()) {
        return traits;
      }
      // Some collectors and flags do without archived objects, which linked classes need.
    }
    return repeated(archive, false, path -> commands.dump(list, path, false));
  }

  private String classList() throws IOException {
    ClassList list = list();
    List<Path> jars =
        plan.application().classPath().stream()
            .map(jar -> commands.staged().host(jar.path()))
            .toList();
    try (ImageClasses classes = ImageClasses.open(plan.runtime(), jars)) {
      return list.text(ConstantPoolLines.of(list, classes, version()));
    }
  }

  private ClassList list() throws IOException {
    if (plan.source() instanceof ArchiveSource.Listed listed) {
      return ClassList.read(listed.file());
    }
    Path recorded = scratch.resolve("recorded.list");
    new TrainingRun(commands, scratch)
        .run(training(), List.of("-XX:DumpLoadedClassList=" + recorded));
    return ClassList.read(recorded);
  }

  private Traits cache(Path archive) throws IOException {
    Path recorded = scratch.resolve("recorded.aotconf");
    new TrainingRun(commands, scratch)
        .run(training(), List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded));
    commands.create(recorded, archive).run().orThrow(RuntimeProblem.ARCHIVE_FAILED, FIX);
    return new Traits(Reproducibility.PINNED, true, 0);
  }

  private Training training() {
    if (plan.source() instanceof ArchiveSource.Trained trained) {
      return trained.training();
    }
    throw new ParkaException(
        RuntimeProblem.NO_TRAINING,
        "nothing tells what " + plan.application().mainClass() + " loads, for the " + plan.kind(),
        plan.kind() == ArchiveKind.AOT_CACHE
            ? "give a training run"
            : "give a training run or a list of classes");
  }

  private interface Dump {
    ChildProcess to(Path archive);
  }

  /** Makes it, and once more where the same is to be expected. */
  private Traits repeated(Path archive, boolean linkAhead, Dump dump) throws IOException {
    byte[] first = dump(archive, dump);
    boolean same =
        version() >= REPEATABLE && Arrays.equals(first, dump(scratch.resolve("again"), dump));
    Files.deleteIfExists(archive);
    Files.write(archive, first);
    return new Traits(same ? Reproducibility.PROVEN : Reproducibility.PINNED, linkAhead, 0);
  }

  private static byte[] dump(Path archive, Dump dump) throws IOException {
    Files.deleteIfExists(archive);
    long start = System.nanoTime();
    dump.to(archive).run().orThrow(RuntimeProblem.ARCHIVE_FAILED, FIX);
    Clock clock = Clock.ofNanos(start, System.nanoTime());
    byte[] bytes = Files.readAllBytes(archive);
    return ArchiveNormaliser.normalise(bytes, clock).orElse(bytes);
  }

  private int version() {
    return plan.runtime().jdk().featureVersion();
  }
}
