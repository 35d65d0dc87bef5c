package dev.parka.verify.boot;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * Namespaces that are made before it is known whether an image will be started in them: those of
 * the first way that needs no engine. Nothing of the image runs there until it is told to.
 */
final class EarlyNamespaces implements AutoCloseable {

  private final Optional<Background<Optional<OpenNamespaces>>> opening;
  private boolean isOver;

  private EarlyNamespaces(Optional<Background<Optional<OpenNamespaces>>> opening) {
    this.opening = opening;
  }

  /** Where nobody has time to make any. */
  static EarlyNamespaces none() {
    return new EarlyNamespaces(Optional.empty());
  }

  /** Begins to make them; returns at once. */
  static EarlyNamespaces begin(Confinement confinement, TemporaryDirectory temporary, Use use) {
    return new EarlyNamespaces(
        Optional.of(
            Background.begin("parka-boot-namespaces", () -> first(confinement, temporary, use))));
  }

  private static Optional<OpenNamespaces> first(
      Confinement confinement, TemporaryDirectory temporary, Use use)
      throws CannotStart, IOException, InterruptedException {
    boolean isRoot = temporary.isRoots();
    Optional<Isolation> first =
        confinement.ways().stream()
            .filter(way -> way != Isolation.NONE && !way.isEngine() && way.isOpenTo(isRoot))
            .findFirst();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    NamespaceWay way =
        new NamespaceWay(first.get(), confinement.network(), confinement, temporary.path());
    way.tryOut();
    return Optional.of(way.open(use));
  }

  /** Those of a way: made before, else made now. Whoever asked closes them. */
  OpenNamespaces open(NamespaceWay way, Use use)
      throws CannotStart, IOException, InterruptedException {
    Optional<OpenNamespaces> made = made().filter(open -> open.namespaces().equals(way));
    if (made.isPresent()) {
      isOver = true;
      return made.get();
    }
    close();
    return way.open(use);
  }

  /** Nothing where they could not be made: that is told where they are wanted, and tried again. */
  private Optional<OpenNamespaces> made() throws InterruptedException {
    try {
      return isOver || opening.isEmpty() ? Optional.empty() : opening.get().get();
    } catch (ExecutionException e) {
      return Optional.empty();
    }
  }

  /** Ends those that nobody wanted. */
  @Override
  public void close() throws IOException {
    opening.ifPresent(Background::awaitEnd);
    boolean isInterrupted = Thread.interrupted();
    try {
      Optional<OpenNamespaces> left = made();
      isOver = true;
      if (left.isPresent()) {
        left.get().close();
      }
    } catch (InterruptedException e) {
      isInterrupted = true;
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
