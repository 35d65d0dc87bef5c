package dev.parka.verify.evidence;

import dev.parka.oci.ArchiveEntry;
import dev.parka.oci.ArchiveEntry.Kind;
import dev.parka.oci.ArchiveTree;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.tree.ImagePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of an image, merged, with what was kept of them. */
public final class ImageEvidence {

  private static final int MOST_LINKS = 40;

  private final ArchiveTree tree;
  private final Path scratch;
  private final SortedMap<String, NativeCode> natives;
  private final SortedMap<String, Path> kept;
  private final Map<String, String> texts;
  private final List<FoundSecret> secrets;
  private final boolean isWhole;

  ImageEvidence(
      ArchiveTree tree,
      Path scratch,
      Map<String, NativeCode> natives,
      Map<String, Path> kept,
      Map<String, String> texts,
      List<FoundSecret> secrets,
      boolean isWhole) {
    this.tree = tree;
    this.scratch = scratch;
    this.natives = present(natives);
    this.kept = present(kept);
    this.texts = present(texts);
    this.secrets = List.copyOf(secrets);
    this.isWhole = isWhole;
  }

  private <T> SortedMap<String, T> present(Map<String, T> seen) {
    SortedMap<String, T> present = new TreeMap<>(seen);
    present.keySet().removeIf(path -> tree.find(new ImagePath(path)).isEmpty());
    return present;
  }

  /** All files. */
  public ArchiveTree tree() {
    return tree;
  }

  /** A directory for whatever else is needed; it goes with the collector. */
  public Path scratch() {
    return scratch;
  }

  /** All ELF files, by path; other names of the same file are not among them. */
  public SortedMap<String, NativeCode> natives() {
    return natives;
  }

  /** All files that were kept whole, by path: modules, start-up archives, jars, the JVM. */
  public SortedMap<String, Path> kept() {
    return kept;
  }

  /** What looks like a secret, in any layer. */
  public List<FoundSecret> secrets() {
    return secrets;
  }

  /** Whether all was kept that is kept of an honest image. */
  public boolean isWhole() {
    return isWhole;
  }

  /** The text of a file that was kept. */
  public Optional<String> text(String path) {
    return real(path).flatMap(entry -> Optional.ofNullable(texts.get(name(entry))));
  }

  /** The file that a path leads to, as it was kept. */
  public Optional<Path> file(String path) {
    return real(path).flatMap(entry -> Optional.ofNullable(kept.get(name(entry))));
  }

  /** The native code that a path leads to. */
  public Optional<NativeCode> nativeCode(String path) {
    return real(path).flatMap(entry -> Optional.ofNullable(natives.get(name(entry))));
  }

  /**
   * The processor that a program is for, in OCI's word where there is one, or that it is no native
   * code; empty if nothing sound is there.
   */
  public Optional<String> processor(String path) {
    Optional<ArchiveEntry> file = real(path).filter(entry -> entry.kind() == Kind.REGULAR_FILE);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    NativeCode code = natives.get(name(file.get()));
    return code == null ? Optional.of("no ELF file") : code.processor();
  }

  /** A hard link is another name of what was kept. */
  private static String name(ArchiveEntry entry) {
    return entry.target().isEmpty() ? entry.path().value() : entry.target();
  }

  /** What a path leads to when links are followed, as a process in a container would. */
  public Optional<ArchiveEntry> real(String path) {
    return real(path, 0);
  }

  private Optional<ArchiveEntry> real(String path, int links) {
    if (!path.startsWith("/") || links > MOST_LINKS) {
      return Optional.empty();
    }
    String done = "";
    String rest = path;
    while (!rest.isEmpty()) {
      int slash = rest.indexOf('/');
      String part = slash < 0 ? rest : rest.substring(0, slash);
      rest = slash < 0 ? "" : rest.substring(slash + 1);
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      if (part.equals("..")) {
        done = done.substring(0, Math.max(0, done.lastIndexOf('/')));
        continue;
      }
      done = done + "/" + part;
      Optional<ArchiveEntry> entry = at(done);
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      if (entry.get().kind() == Kind.SYMBOLIC_LINK) {
        String target = entry.get().target();
        String parent = done.substring(0, done.lastIndexOf('/'));
        String next = target.startsWith("/") ? target : parent + "/" + target;
        return real(rest.isEmpty() ? next : next + "/" + rest, links + 1);
      }
    }
    return at(done.isEmpty() ? "/" : done);
  }

  private Optional<ArchiveEntry> at(String path) {
    try {
      return tree.find(new ImagePath(path));
    } catch (ParkaException e) {
      return Optional.empty();
    }
  }
}
