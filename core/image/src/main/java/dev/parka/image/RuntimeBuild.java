package dev.parka.image;

import dev.parka.jdks.JdkSource;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.link.LinkCache;
import dev.parka.runtime.link.LinkPlan;
import dev.parka.runtime.link.Linker;
import dev.parka.runtime.rootfs.RootFileSystemRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a run-time image comes about, what lies under it and what starts it.
 *
 * @param jdk where the JDK to link from is; one of this machine when empty
 * @param cache where those lie that were linked before, if one of them will do
 * @param proves whether it is linked twice, and compared
 * @param keptClasses patterns for classes of the JDK that are never left out
 * @param contents what the root file system is made from
 * @param startup what a start-up archive is made from
 */
record RuntimeBuild(
    Optional<JdkSource> jdk,
    Optional<UserCache> cache,
    boolean proves,
    List<String> keptClasses,
    RootFileSystemRequest.Contents contents,
    StartupInputs startup) {

  static final RuntimeBuild DEFAULT =
      new RuntimeBuild(
          Optional.empty(),
          UserCache.ofThisUser(),
          false,
          List.of(),
          RootFileSystemRequest.Contents.DEFAULT,
          StartupInputs.NONE);

  /** Copies the patterns. */
  RuntimeBuild {
    keptClasses = List.copyOf(keptClasses);
  }

  RuntimeBuild withJdk(JdkSource newJdk) {
    return new RuntimeBuild(Optional.of(newJdk), cache, proves, keptClasses, contents, startup);
  }

  RuntimeBuild withCache(boolean wanted) {
    return new RuntimeBuild(
        jdk,
        wanted ? UserCache.ofThisUser() : Optional.empty(),
        proves,
        keptClasses,
        contents,
        startup.withCache(wanted));
  }

  RuntimeBuild in(UserCache other) {
    return new RuntimeBuild(jdk, Optional.of(other), proves, keptClasses, contents, startup);
  }

  RuntimeBuild withProof(boolean wanted) {
    return new RuntimeBuild(jdk, cache, wanted, keptClasses, contents, startup);
  }

  RuntimeBuild withKeptClasses(List<String> patterns) {
    return new RuntimeBuild(jdk, cache, proves, patterns, contents, startup);
  }

  RuntimeBuild withContents(RootFileSystemRequest.Contents newContents) {
    return new RuntimeBuild(jdk, cache, proves, keptClasses, newContents, startup);
  }

  RuntimeBuild withStartup(StartupInputs newStartup) {
    return new RuntimeBuild(jdk, cache, proves, keptClasses, contents, newStartup);
  }

  /** The plan's run-time image, which is at {@code output} as soon as its files are asked for. */
  LinkCache.Answer link(LinkPlan plan, Path output) {
    Optional<LinkCache> links = cache.map(LinkCache::new);
    if (proves) {
      return new LinkCache.Answer(
          links.isPresent() ? links.get().prove(plan, output) : new Linker().prove(plan, output),
          false);
    }
    return links.isPresent()
        ? links.get().recall(plan, output)
        : new LinkCache.Answer(new Linker().link(plan, output), false);
  }
}
