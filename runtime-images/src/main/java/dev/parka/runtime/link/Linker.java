package dev.parka.runtime.link;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.jdk.ReleaseFile;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.process.ChildProcess;
import dev.parka.runtime.process.ProcessResult;
import dev.parka.runtime.strip.StripKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Links run-time images: the same plan gives the same bytes, whatever the time, the place, the
 * locale or the file mode mask.
 */
public final class Linker {

  /**
   * What C libraries call ENOSPC, EDQUOT and EFBIG; children speak English. It only chooses between
   * two errors: that there is one, the exit code says.
   */
  private static final List<String> NO_ROOM =
      List.of("No space left on device", "Disk quota exceeded", "Quota exceeded", "File too large");

  private final Optional<Jdk> jlinkOf;

  /** A linker that chooses whose jlink does the work, as {@link LinkHost#of} does. */
  public Linker() {
    this(Optional.empty());
  }

  private Linker(Optional<Jdk> jlinkOf) {
    this.jlinkOf = jlinkOf;
  }

  /** A linker that has the jlink of this JDK do the work. */
  public static Linker with(Jdk jlinkOf) {
    return new Linker(Optional.of(jlinkOf));
  }

  /**
   * Runs jlink and leaves its run-time image at {@code output}, whole or not at all.
   *
   * @param plan what to link
   * @param output where the image goes; nothing may be there yet, missing parents are made
   * @throws ParkaException [LinkFailed] with the command and what it wrote, [ForeignJdk] if the JDK
   *     can neither run here nor be linked by another that can, [NoJlink] if it has nothing to link
   *     from, [DamagedJdk] if that is not whole or cannot be linked bit-stable, [CannotWrite] if
   *     there is something at the output or it cannot be written
   */
  public RuntimeImage link(LinkPlan plan, Path output) {
    try (Staging staging = Staging.beside(output)) {
      LinkHost host = host(plan.jdk());
      ModuleFiles.requireWhole(plan.jdk(), plan.options().roots());
      Path image = staging.path("image");
      Path scratch = staging.newDirectory("scratch");
      List<String> command = new ArrayList<>(JlinkRecipe.of(host.jdk()).command(scratch));
      command.addAll(host.arguments());
      command.addAll(plan.options().arguments(plan.strips(), host.jdk().featureVersion()));
      command.addAll(excluded(plan, scratch));
      command.add("--output=" + image);
      requireLinked(ChildProcess.of(command).run());
      SortedSet<ModuleName> modules = modules(image);
      SortedMap<StripKind, Long> saved =
          ModuleSavings.of(plan.jdk().home(), image, modules, plan.strips());
      saved.putAll(LinkedFiles.strip(image, plan.strips()));
      LinkedFiles.normalise(image);
      return new RuntimeImage(staging.commit(image), plan.jdk(), modules, saved);
    } catch (IOException | UncheckedIOException e) {
      throw cannotWrite(output, e);
    }
  }

  /**
   * Links twice, each time in a JVM of its own and at a path of its own, compares every file, and
   * leaves the run-time image at {@code output} only if there is no difference.
   *
   * @throws ParkaException [UnstableLink] with every file that differs; else as {@link #link} does
   */
  public RuntimeImage prove(LinkPlan plan, Path output) {
    try (Staging staging = Staging.beside(output)) {
      RuntimeImage first = link(plan, staging.path("first"));
      RuntimeImage second = link(plan, staging.newDirectory("other").resolve("second"));
      LinkDifference.requireNone(first, second);
      return new RuntimeImage(
          staging.commit(first.home()), plan.jdk(), first.modules(), first.saved());
    } catch (IOException | UncheckedIOException e) {
      throw cannotWrite(output, e);
    }
  }

  private LinkHost host(Jdk target) throws IOException {
    return jlinkOf.isPresent() ? LinkHost.fixed(jlinkOf.get(), target) : LinkHost.of(target);
  }

  /** A full disk is no fault of what was asked for, which is all that jlink's exit code says. */
  private static void requireLinked(ProcessResult result) throws IOException {
    if (!result.succeeded()) {
      String written = result.stdout() + result.stderr();
      for (String full : NO_ROOM) {
        if (written.contains(full)) {
          throw new IOException(full);
        }
      }
    }
    result.orThrow(RuntimeProblem.LINK_FAILED, "ask for what this JDK's jlink can link");
  }

  /** In a file, as there may be more of them than a command line takes. */
  private static List<String> excluded(LinkPlan plan, Path scratch) throws IOException {
    if (!plan.strips().has(StripKind.UNREFERENCED_CLASSES) || plan.excludedResources().isEmpty()) {
      return List.of();
    }
    Path patterns = scratch.resolve("excluded-resources");
    Files.write(patterns, plan.excludedResources());
    return List.of("--exclude-resources=@" + patterns);
  }

  static ParkaException cannotWrite(Path output, Exception cause) {
    return new ParkaException(
        RuntimeProblem.CANNOT_WRITE,
        output + " cannot be written: " + cause,
        "give a path that can be written, on a disk that is not full",
        cause);
  }

  static SortedSet<ModuleName> modules(Path image) {
    return modules(ReleaseFile.read(image.resolve("release")).getOrDefault("MODULES", ""));
  }

  static SortedSet<ModuleName> modules(String names) {
    SortedSet<ModuleName> modules = new TreeSet<>();
    for (String name : names.split(" ", -1)) {
      modules.add(new ModuleName(name));
    }
    return modules;
  }
}
