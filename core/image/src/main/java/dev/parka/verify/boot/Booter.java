package dev.parka.verify.boot;

import dev.parka.oci.ArchiveEntry;
import dev.parka.oci.ArchiveTree;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.verify.boot.BootResult.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Starts an image to see whether it does what it must, and ends. Whoever looks at the image first
 * hands over its files meanwhile, so that the layers are read once.
 */
public final class Booter implements AutoCloseable {

  private final StoredImage image;
  private final BootPlan plan;
  private final ImageStart start;
  private final Optional<HandedFiles> files;
  private final Optional<Background<Unpacking>> preparing;

  private Booter(StoredImage image, BootPlan plan, ImageStart start) {
    this.image = image;
    this.plan = plan;
    this.start = start;
    this.files = start.needsFiles() ? Optional.of(new HandedFiles()) : Optional.empty();
    this.preparing =
        files.map(handed -> Background.begin("parka-boot-prepare", () -> start.prepare(handed)));
  }

  /**
   * Gets ready for an image that will be started if nothing is wrong with it; returns at once.
   * Closing removes all that was made for it.
   */
  public static Booter prepare(StoredImage image, BootPlan plan) {
    return new Booter(image, plan, new ImageStart(image, plan, Use.probed(plan)));
  }

  /**
   * Takes the next entry of the layers, as a {@link dev.parka.oci.LayerReader.Visitor} is told of
   * it.
   *
   * @return the content for whoever else reads it, and is to close it
   */
  public InputStream take(ArchiveEntry entry, List<ImagePath> removed, InputStream content) {
    return files.isPresent() ? files.get().hand(entry, removed, content) : content;
  }

  /**
   * Says that all layers were read and nothing was wrong with them.
   *
   * @param tree what they hold together
   */
  public void end(ArchiveTree tree) {
    files.ifPresent(f -> f.end(Optional.of(tree)));
  }

  /**
   * Starts an image, asks what the plan's probe says, and stops it.
   *
   * @throws dev.parka.runtime.ParkaException if a layer is hostile or damaged
   * @throws IOException if this machine's disk fails, or a process cannot be killed
   */
  public static BootResult boot(StoredImage image, BootPlan plan) throws IOException {
    try (ImageStart start = new ImageStart(image, plan, Use.probed(plan))) {
      return result(start);
    }
  }

  /**
   * Starts it, once, asks what the plan's probe says, and stops it. Where not all files were handed
   * over the layers are read for it.
   *
   * @throws dev.parka.runtime.ParkaException if a layer is hostile or damaged, or [CannotUnpack]
   * @throws IOException if this machine's disk fails, or a process cannot be killed
   */
  public BootResult boot() throws IOException {
    if (files.isPresent() && !files.get().areEnded()) {
      close();
      return boot(image, plan);
    }
    preparing.ifPresent(Background::awaitEnd);
    return result(start);
  }

  private static BootResult result(ImageStart start) throws IOException {
    try {
      return watched(start);
    } catch (CannotStart.PortTaken e) {
      return unstarted(start, Outcome.PORT_TAKEN, e.reason());
    } catch (CannotStart e) {
      return unstarted(start, Outcome.CANNOT_START, e.reason());
    } catch (InterruptedException e) {
      throw Failures.interrupted(e);
    }
  }

  @Override
  public void close() throws IOException {
    files.ifPresent(f -> f.end(Optional.empty()));
    preparing.ifPresent(Background::awaitEnd);
    start.close();
  }

  private static BootResult watched(ImageStart start)
      throws CannotStart, IOException, InterruptedException {
    RunningImage image = start.start();
    BootRun.Watched watched;
    try {
      watched = new BootRun(image, image.started()).watch();
    } finally {
      image.kill();
    }
    BootRun.Seen seen = watched.seen();
    BootResult.Run run =
        new BootResult.Run(
            image.user(),
            seen.answeredAfter(),
            seen.exitCode(),
            seen.reason(),
            image.process().tail(),
            watched.mapped());
    return new BootResult(
        image.isolation(), image.started().probe(), seen.outcome(), run, image.notes());
  }

  private static BootResult unstarted(ImageStart start, Outcome outcome, String reason) {
    BootResult.Run run =
        new BootResult.Run(start.user(), Optional.empty(), OptionalInt.empty(), reason, List.of());
    return new BootResult(start.isolation(), start.probe(), outcome, run, start.notes());
  }
}
