package dev.parka.oci;

import dev.parka.oci.ArchiveEntry.Kind;
import dev.parka.oci.ArchiveEntry.Metadata;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.ProblemId;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.runtime.tree.Owner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of an image, merged layer by layer as the OCI image specification says. It decides what
 * a layer may do: no path leads through a link, so that whoever writes what this tree accepted
 * writes below its root.
 */
public final class ArchiveTree {

  private static final Metadata IMPLIED = new Metadata(0755, Owner.ROOT, Instant.EPOCH, Set.of());

  /** An entry, the layer that it is of, and whether only entries below it made it. */
  private record Node(ArchiveEntry entry, int layer, boolean isImplied) {

    boolean isDirectory() {
      return entry.kind() == Kind.DIRECTORY;
    }
  }

  private final NavigableMap<String, Node> nodes = new TreeMap<>();
  private int layer;

  /** A tree that holds the root directory alone. */
  public ArchiveTree() {
    nodes.put("/", new Node(directory(ImagePath.ROOT), -1, true));
  }

  /** Says that the entries that follow are of the next layer. */
  void nextLayer() {
    layer++;
  }

  /** The entry at a path; no link is followed. */
  public Optional<ArchiveEntry> find(ImagePath path) {
    return Optional.ofNullable(nodes.get(path.value())).map(Node::entry);
  }

  /** Every entry that no later layer removed, sorted by path; the root directory is among them. */
  public List<ArchiveEntry> entries() {
    return nodes.values().stream().map(Node::entry).toList();
  }

  /**
   * Applies an entry.
   *
   * @return the paths of lower layers that go, each before what lies in it
   * @throws ParkaException [HostileLayer] or [DuplicateEntry] if a layer may not do that
   */
  List<ImagePath> apply(ArchiveEntry entry) {
    boolean isWhiteout = entry.kind() == Kind.WHITEOUT || entry.kind() == Kind.OPAQUE_WHITEOUT;
    if (entry.path().equals(ImagePath.ROOT)
        && entry.kind() != Kind.DIRECTORY
        && entry.kind() != Kind.OPAQUE_WHITEOUT) {
      throw hostile(entry, "would replace the root directory");
    }
    enter(entry, !isWhiteout);
    if (isWhiteout) {
      return remove(entry.path(), entry.kind() == Kind.WHITEOUT);
    }
    ArchiveEntry added = entry.kind() == Kind.HARD_LINK ? linked(entry) : entry;
    Node old = nodes.get(entry.path().value());
    List<ImagePath> removed = old == null ? List.of() : replace(added, old);
    nodes.put(entry.path().value(), new Node(added, layer, false));
    return removed;
  }

  private List<ImagePath> replace(ArchiveEntry entry, Node old) {
    boolean bothDirectories = entry.kind() == Kind.DIRECTORY && old.isDirectory();
    if (old.layer() == layer && !(bothDirectories && old.isImplied())) {
      throw problem(
          ArchiveProblem.DUPLICATE_ENTRY,
          entry,
          "is twice in one layer, which readers disagree on");
    }
    if (bothDirectories) {
      return List.of();
    }
    if (below(entry.path()).values().stream().anyMatch(n -> n.layer() == layer)) {
      throw hostile(entry, "is a file in a layer that also holds files below it");
    }
    return remove(entry.path(), true);
  }

  /** Walks down to where an entry lies; all on the way must be directories. */
  private void enter(ArchiveEntry entry, boolean create) {
    List<ImagePath> parents = new ArrayList<>();
    Optional<ImagePath> up = entry.path().parent();
    while (up.isPresent() && !up.get().equals(ImagePath.ROOT)) {
      parents.add(0, up.get());
      up = up.get().parent();
    }
    for (ImagePath parent : parents) {
      Node node = nodes.get(parent.value());
      if (node == null && create) {
        nodes.put(parent.value(), new Node(directory(parent), layer, true));
      } else if (node != null && !node.isDirectory()) {
        String what = node.entry().kind() == Kind.SYMBOLIC_LINK ? "symbolic link " : "file ";
        throw hostile(entry, "lies behind the " + what + parent);
      }
    }
  }

  private ArchiveEntry linked(ArchiveEntry entry) {
    Optional<ArchiveEntry> target =
        ArchivePath.parse(stripRoot(entry.target()))
            .flatMap(this::find)
            .filter(t -> t.kind() == Kind.REGULAR_FILE);
    if (target.isEmpty()) {
      throw hostile(
          entry, "is a hard link to " + Printable.of(entry.target()) + ", no file of the image");
    }
    ArchiveEntry file = target.get();
    return new ArchiveEntry(
        entry.path(), Kind.REGULAR_FILE, file.metadata(), file.size(), file.path().value());
  }

  /** Some builders write the targets of hard links from the image's root on. */
  private static String stripRoot(String target) {
    return target.startsWith("/") ? target.substring(1) : target;
  }

  private List<ImagePath> remove(ImagePath path, boolean withItself) {
    List<ImagePath> removed = new ArrayList<>();
    Node itself = nodes.get(path.value());
    if (withItself && itself != null && itself.layer() < layer) {
      removed.add(path);
    }
    below(path).values().stream()
        .filter(n -> n.layer() < layer)
        .forEach(n -> removed.add(n.entry().path()));
    removed.forEach(p -> nodes.remove(p.value()));
    return removed;
  }

  private NavigableMap<String, Node> below(ImagePath path) {
    // '0' is the character after '/'.
    String prefix = path.equals(ImagePath.ROOT) ? "" : path.value();
    return nodes.subMap(prefix + "/", false, prefix + "0", false);
  }

  private static ArchiveEntry directory(ImagePath path) {
    return new ArchiveEntry(path, Kind.DIRECTORY, IMPLIED, 0, "");
  }

  private static ParkaException hostile(ArchiveEntry entry, String fact) {
    return problem(ArchiveProblem.HOSTILE_LAYER, entry, fact);
  }

  private static ParkaException problem(ProblemId id, ArchiveEntry entry, String fact) {
    return new ParkaException(id, entry.path() + " " + fact, "build the image with another tool");
  }
}
