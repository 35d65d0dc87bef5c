package dev.parka.image;

import dev.parka.runtime.link.LinkCache;
import dev.parka.runtime.link.LinkPlan;
import dev.parka.runtime.link.Linker;
import dev.parka.runtime.rootfs.RootFileSystemRequest;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a run-time image comes about, and what lies under it.
 *
 * @param usesCache whether one that was linked before will do
 * @param proves whether it is linked twice, and compared
 * @param contents what the root file system is made from
 */
record RuntimeBuild(boolean usesCache, boolean proves, RootFileSystemRequest.Contents contents) {

  static final RuntimeBuild DEFAULT =
      new RuntimeBuild(true, false, RootFileSystemRequest.Contents.DEFAULT);

  RuntimeBuild withCache(boolean wanted) {
    return new RuntimeBuild(wanted, proves, contents);
  }

  RuntimeBuild withProof(boolean wanted) {
    return new RuntimeBuild(usesCache, wanted, contents);
  }

  RuntimeBuild withContents(RootFileSystemRequest.Contents newContents) {
    return new RuntimeBuild(usesCache, proves, newContents);
  }

  /** Leaves the plan's run-time image at {@code output}. */
  LinkCache.Answer link(LinkPlan plan, Path output) {
    Optional<LinkCache> cache = usesCache ? LinkCache.ofThisUser() : Optional.empty();
    if (proves) {
      return new LinkCache.Answer(
          cache.isPresent() ? cache.get().prove(plan, output) : new Linker().prove(plan, output),
          false);
    }
    return cache.isPresent()
        ? cache.get().link(plan, output)
        : new LinkCache.Answer(new Linker().link(plan, output), false);
  }
}
