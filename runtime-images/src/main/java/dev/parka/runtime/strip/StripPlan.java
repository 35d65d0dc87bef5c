package dev.parka.runtime.strip;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is left out of a run-time image; the same for the build here and for the generated
 * Dockerfile.
 *
 * @param kinds which things
 * @param launchers the commands that stay where {@link StripKind#LAUNCHERS} go; {@code java} is
 *     always among them
 * @param unused the native libraries that go with {@link StripKind#NATIVE_LIBRARIES}
 */
public record StripPlan(
    SortedSet<StripKind> kinds, SortedSet<String> launchers, SortedSet<DesktopLibrary> unused) {

  private static final String JAVA = "java";

  /** What is left out where nobody says anything; every native library is taken to be in use. */
  public static final StripPlan DEFAULT =
      of(Arrays.stream(StripKind.values()).filter(StripKind::isDefault).toList());

  /** Nothing at all. */
  public static final StripPlan NOTHING = of(Set.of());

  /** Copies all. */
  public StripPlan {
    kinds = sorted(kinds);
    SortedSet<String> commands = new TreeSet<>(launchers);
    commands.add(JAVA);
    launchers = sorted(commands);
    unused = sorted(unused);
  }

  /** A plan for these things, in which no command but {@code java} is asked for. */
  public static StripPlan of(Collection<StripKind> kinds) {
    return new StripPlan(new TreeSet<>(kinds), new TreeSet<>(), new TreeSet<>());
  }

  /** Whether a thing goes. */
  public boolean has(StripKind kind) {
    return kinds.contains(kind);
  }

  /** The same with these things left out, too. */
  public StripPlan with(StripKind... more) {
    SortedSet<StripKind> all = new TreeSet<>(kinds);
    all.addAll(List.of(more));
    return new StripPlan(all, launchers, unused);
  }

  /** The same with these things kept. */
  public StripPlan keeping(StripKind... kept) {
    SortedSet<StripKind> rest = new TreeSet<>(kinds);
    rest.removeAll(Set.of(kept));
    return new StripPlan(rest, launchers, unused);
  }

  /** The same in which these commands stay. */
  public StripPlan withLaunchers(Collection<String> asked) {
    return new StripPlan(kinds, new TreeSet<>(asked), unused);
  }

  /** The same in which these native libraries are known to be in nobody's use. */
  public StripPlan withUnused(Collection<DesktopLibrary> libraries) {
    return new StripPlan(kinds, launchers, new TreeSet<>(libraries));
  }

  /** What is done to the files that jlink writes, in this order. */
  public List<ImageStrip> fileStrips() {
    return Stream.<ImageStrip>of(
            new NativeSymbols(),
            new NativeDebugInformation(),
            new NativeUnwindTables(),
            new ManPages(),
            new Headers(),
            new JrtFileSystem(),
            new ClassList(),
            new Launchers(launchers),
            new LegalNotices(),
            new NativeLibraries(unused))
        .filter(strip -> has(strip.kind()))
        .toList();
  }

  private static <T extends Comparable<T>> SortedSet<T> sorted(Collection<T> items) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(items));
  }
}
