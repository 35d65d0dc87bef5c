package dev.parka.runtime.breakages;

import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.lean.ExcludedResources;
import dev.parka.runtime.lean.LeanModules;
import dev.parka.runtime.lean.LeanRequest;
import dev.parka.runtime.link.JlinkOptions;
import dev.parka.runtime.link.LinkPlan;
import dev.parka.runtime.link.Linker;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.strip.StripPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs the applications of {@link KnownBreakagesTest} where unreferenced classes are left out.
 *
 * <p>{@code LeanBreakages loads <directory> [name...]} runs each on the running JDK and tells what
 * it loads and would not have; {@code links} links an image for each and runs it there.
 */
final class LeanBreakages {

  private static final Pattern LOADED = Pattern.compile("(\\S+) source: jrt:/(\\S+)");

  private final Path directory;
  private final boolean links;

  private LeanBreakages(Path directory, boolean links) {
    this.directory = directory;
    this.links = links;
  }

  public static void main(String[] args) throws IOException {
    LeanBreakages all = new LeanBreakages(Path.of(args[1]), args[0].equals("links"));
    Set<String> names = Set.copyOf(List.of(args).subList(2, args.length));
    long failed =
        Breakage.all().parallelStream()
            .filter(breakage -> names.isEmpty() || names.contains(breakage.name()))
            .filter(breakage -> !all.passes(breakage))
            .count();
    System.out.println(failed + " failed");
    if (failed > 0) {
      System.exit(1);
    }
  }

  private boolean passes(Breakage breakage) {
    try {
      Application application = Application.build(breakage, directory.resolve(breakage.name()));
      Optional<String> failure = failure(application);
      System.out.println((failure.isEmpty() ? "ok " : "FAILED ") + breakage.name());
      failure.ifPresent(System.out::println);
      return failure.isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(breakage.name(), e);
    }
  }

  private Optional<String> failure(Application application) throws IOException {
    InferenceRequest request =
        new InferenceRequest(
            Jdk.running(),
            application.classPath().stream().map(ClassSource::jar).toList(),
            Optional.of(new ClassName(application.breakage().value("main"))),
            new InferenceRequest.Wishes(Set.of(), Set.of(), application.flags(), List.of()));
    SortedSet<ModuleName> roots = new TreeSet<>();
    Inferred.roots(application).forEach(name -> roots.add(new ModuleName(name)));
    ExcludedResources excluded = LeanModules.of(new LeanRequest(request, roots));
    return links
        ? linked(application, roots, excluded)
        : loaded(application, roots, new TreeSet<>(excluded.patterns()));
  }

  private static Optional<String> linked(
      Application application, SortedSet<ModuleName> roots, ExcludedResources excluded)
      throws IOException {
    Path image = application.home().resolve("image");
    new Linker()
        .link(
            new LinkPlan(Jdk.running(), new JlinkOptions(roots, List.of(), false))
                .withStrips(StripPlan.NOTHING.with(StripKind.UNREFERENCED_CLASSES))
                .withExcludedResources(excluded.patterns()),
            image);
    Optional<String> failure = application.failure(image.resolve("bin/java"));
    try (Stream<Path> files = Files.walk(image)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    }
    return failure;
  }

  private static Optional<String> loaded(
      Application application, SortedSet<ModuleName> roots, Set<String> excluded)
      throws IOException {
    Path log = application.home().resolve("loaded.txt");
    Path java = application.home().resolve("java.sh");
    String names = String.join(",", roots.stream().map(ModuleName::value).toList());
    Files.writeString(
        java,
        "#!/bin/sh\nexec "
            + Jdk.running().tool("java")
            + " -Xshare:off -Xlog:class+load:file="
            + log
            + " --limit-modules="
            + names
            + " \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    Optional<String> failure = application.failure(java);
    StringBuilder missing = new StringBuilder();
    Matcher lines = LOADED.matcher(Files.readString(log));
    while (lines.find()) {
      String pattern = "/" + lines.group(2) + "/" + lines.group(1).replace('.', '/') + ".class";
      if (excluded.contains(pattern)) {
        missing.append("  ").append(pattern).append('\n');
      }
    }
    return missing.length() == 0 ? failure : Optional.of(missing.toString());
  }
}
