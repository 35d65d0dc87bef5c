package dev.parka.runtime.link;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What jlink wrote. */
public final class RuntimeImage {

  private final Supplier<Path> writer;
  private final Jdk jdk;
  private final SortedSet<ModuleName> modules;
  private final SortedMap<StripKind, Long> saved;
  private final Optional<LinkAccounts> accounts;
  private @Nullable Path home;

  private RuntimeImage(
      Supplier<Path> writer,
      Jdk jdk,
      SortedSet<ModuleName> modules,
      SortedMap<StripKind, Long> saved,
      Optional<LinkAccounts> accounts) {
    this.writer = writer;
    this.jdk = jdk;
    this.modules = Collections.unmodifiableSortedSet(new TreeSet<>(modules));
    this.saved = Collections.unmodifiableSortedMap(new TreeMap<>(saved));
    this.accounts = accounts;
  }

  /**
   * An image in a directory.
   *
   * @param home the directory that holds {@code bin} and {@code lib}
   * @param jdk the JDK that it was linked from
   * @param modules the module graph: the roots and what they require
   * @param saved the bytes that each thing which was left out would take up in a tar
   */
  public RuntimeImage(
      Path home, Jdk jdk, SortedSet<ModuleName> modules, SortedMap<StripKind, Long> saved) {
    this(() -> home, jdk, modules, saved, Optional.empty());
  }

  /** An image of which nobody knows what was left out. */
  public RuntimeImage(Path home, Jdk jdk, SortedSet<ModuleName> modules) {
    this(home, jdk, modules, new TreeMap<>());
  }

  /** An image whose files are written when somebody asks where they are. */
  static RuntimeImage remembered(
      Supplier<Path> writer,
      Jdk jdk,
      SortedSet<ModuleName> modules,
      SortedMap<StripKind, Long> saved,
      LinkAccounts accounts) {
    return new RuntimeImage(writer, jdk, modules, saved, Optional.of(accounts));
  }

  /** The same, known to the cache under its key. */
  RuntimeImage with(LinkAccounts known) {
    return new RuntimeImage(this::home, jdk, modules, saved, Optional.of(known));
  }

  /**
   * The directory that holds {@code bin} and {@code lib}.
   *
   * @throws dev.parka.runtime.ParkaException as {@link Linker#link} does, where it is written now
   */
  public synchronized Path home() {
    if (home == null) {
      home = writer.get();
    }
    return home;
  }

  /** The JDK that it was linked from. */
  public Jdk jdk() {
    return jdk;
  }

  /** The module graph: the roots and what they require. */
  public SortedSet<ModuleName> modules() {
    return modules;
  }

  /** The bytes that each thing which was left out would take up in a tar. */
  public SortedMap<StripKind, Long> saved() {
    return saved;
  }

  /** What tells it from all others and what else is known of it, where there is a cache. */
  public Optional<LinkAccounts> accounts() {
    return accounts;
  }

  /** Its files as an image holds them below {@code at}, with normal modes. */
  public FileTree files(ImagePath at) throws IOException {
    return FileTree.read(home(), at);
  }

  @Override
  public String toString() {
    return "run-time image of " + jdk.version() + " with " + modules;
  }
}
