package dev.parka.runtime.link;

import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.CachedTrees;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.FileDigests;
import dev.parka.runtime.cache.KeyLock;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.strip.StripKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Remembers run-time images by all that their bytes hang on ({@link LinkKey}). Builds that want the
 * same at the same time wait for the one that links.
 *
 * @param cache where they are kept
 */
public record LinkCache(UserCache cache) {

  /** The user's cache, where there is one. */
  public static Optional<LinkCache> ofThisUser() {
    return UserCache.ofThisUser().map(LinkCache::new);
  }

  /**
   * A run-time image, and where it comes from.
   *
   * @param image what the plan asks for
   * @param isRemembered whether it was there already
   */
  public record Answer(RuntimeImage image, boolean isRemembered) {}

  /**
   * Leaves the plan's run-time image at {@code output}, whole or not at all: the one that is
   * remembered, or a new one.
   *
   * @throws dev.parka.runtime.ParkaException as {@link Linker#link} does
   */
  public Answer link(LinkPlan plan, Path output) {
    Optional<Digest> key = key(plan);
    return key.isEmpty()
        ? new Answer(new Linker().link(plan, output), false)
        : link(plan, key.get(), output);
  }

  /**
   * The same, but the files of one that is remembered are written when somebody asks where they
   * are; an entry that turns out to be damaged then is linked again.
   *
   * @throws dev.parka.runtime.ParkaException as {@link Linker#link} does
   */
  public Answer recall(LinkPlan plan, Path output) {
    Optional<Digest> key = key(plan);
    if (key.isEmpty()) {
      return new Answer(new Linker().link(plan, output), false);
    }
    LinkAccounts accounts = new LinkAccounts(cache, key.get());
    Optional<SortedMap<StripKind, Long>> saved =
        accounts.read(LinkAccount.SAVINGS).flatMap(Savings::decode);
    Optional<byte[]> modules = accounts.read(LinkAccount.MODULES);
    if (saved.isEmpty() || modules.isEmpty() || !trees().has(key.get())) {
      return link(plan, key.get(), output);
    }
    return new Answer(
        RuntimeImage.remembered(
            () -> link(plan, key.get(), output).image().home(),
            plan.jdk(),
            Linker.modules(new String(modules.get(), StandardCharsets.UTF_8)),
            saved.get(),
            accounts),
        true);
  }

  private Answer link(LinkPlan plan, Digest key, Path output) {
    Optional<RuntimeImage> known = read(plan, key, output);
    if (known.isPresent()) {
      return new Answer(known.get(), true);
    }
    KeyLock lock = cache.lock(CacheKind.LINKED_IMAGE, key);
    try {
      // Whoever had the lock before has most likely made it.
      known = read(plan, key, output);
      if (known.isPresent()) {
        return new Answer(known.get(), true);
      }
      RuntimeImage image = new Linker().link(plan, output);
      return new Answer(write(plan, key, image), false);
    } finally {
      lock.close();
    }
  }

  /**
   * Links twice and compares, whatever is remembered; remembers what was proven.
   *
   * @throws dev.parka.runtime.ParkaException as {@link Linker#prove} does
   */
  public RuntimeImage prove(LinkPlan plan, Path output) {
    Optional<Digest> key = key(plan);
    RuntimeImage image = new Linker().prove(plan, output);
    return key.isPresent() ? write(plan, key.get(), image) : image;
  }

  /**
   * What tells the plan's run-time image from all others, on every machine; empty where something
   * of it cannot be told.
   */
  public Optional<Digest> key(LinkPlan plan) {
    return LinkKey.of(plan, new FileDigests(cache));
  }

  /** Whether the run-time image of this key is remembered. */
  public boolean has(Digest key) {
    return accounts(key).isPresent() && trees().has(key);
  }

  private Optional<LinkAccounts> accounts(Digest key) {
    LinkAccounts accounts = new LinkAccounts(cache, key);
    return accounts.read(LinkAccount.SAVINGS).flatMap(Savings::decode).isPresent()
            && accounts.read(LinkAccount.MODULES).isPresent()
        ? Optional.of(accounts)
        : Optional.empty();
  }

  /**
   * Remembers what another machine linked.
   *
   * @param home the directory that holds {@code bin} and {@code lib}
   * @param accounts what is known of it
   */
  public void keep(Digest key, Path home, Map<LinkAccount, byte[]> accounts) {
    trees().write(key, home);
    accounts.forEach(new LinkAccounts(cache, key)::write);
  }

  private Optional<RuntimeImage> read(LinkPlan plan, Digest key, Path output) {
    LinkAccounts accounts = new LinkAccounts(cache, key);
    Optional<SortedMap<StripKind, Long>> saved =
        accounts.read(LinkAccount.SAVINGS).flatMap(Savings::decode);
    if (saved.isEmpty()) {
      return Optional.empty();
    }
    try (Staging staging = Staging.beside(output)) {
      Path image = staging.path("image");
      if (!trees().read(key, image)) {
        return Optional.empty();
      }
      SortedSet<ModuleName> modules = Linker.modules(image);
      return Optional.of(
          new RuntimeImage(staging.commit(image), plan.jdk(), modules, saved.get()).with(accounts));
    } catch (IOException e) {
      throw Linker.cannotWrite(output, e);
    }
  }

  /** What was changed in the meantime may have been linked before or after. */
  private RuntimeImage write(LinkPlan plan, Digest key, RuntimeImage image) {
    if (!key(plan).equals(Optional.of(key))) {
      return image;
    }
    LinkAccounts accounts = new LinkAccounts(cache, key);
    trees().write(key, image.home());
    accounts.write(LinkAccount.SAVINGS, Savings.encode(image.saved()));
    String modules = String.join(" ", image.modules().stream().map(ModuleName::value).toList());
    accounts.write(LinkAccount.MODULES, modules.getBytes(StandardCharsets.UTF_8));
    return image.with(accounts);
  }

  private CachedTrees trees() {
    return new CachedTrees(cache, CacheKind.LINKED_IMAGE);
  }
}
