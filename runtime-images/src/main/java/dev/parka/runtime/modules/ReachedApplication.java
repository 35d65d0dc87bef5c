package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.cache.CacheKey;
import dev.parka.runtime.cache.FileDigests;
import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.reach.ClassReach;
import dev.parka.runtime.reach.Executed;
import dev.parka.runtime.reach.JdkClasses;
import dev.parka.runtime.reach.MethodReach;
import dev.parka.runtime.reach.Reached;
import dev.parka.runtime.reach.Roots;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An application as an inference sees it, for whoever asks something of it: opened and followed as
 * far as the first question needs, and no part of it twice. To be closed after use; not for several
 * threads.
 */
public final class ReachedApplication implements AutoCloseable {

  private final InferenceRequest request;
  private @Nullable CacheKey key;
  private @Nullable ModuleCatalog catalog;
  private @Nullable ApplicationClasses classes;
  private @Nullable Inquiry inquiry;
  private @Nullable MethodReach methods;

  private ReachedApplication(InferenceRequest request) {
    this.request = request;
  }

  /**
   * The application of a request. Nothing is read before something is asked; a question throws
   * [BadJar], [HostileJar] or [NoSuchClassPathEntry] where a source cannot be read, and
   * [DamagedJdk] where the JDK cannot.
   */
  public static ReachedApplication of(InferenceRequest request) {
    return new ReachedApplication(request);
  }

  /** The sources, where they begin, and the JDK. */
  public InferenceRequest request() {
    return request;
  }

  /** The classes of the class path. */
  public ApplicationClasses classes() {
    return evidence().application();
  }

  /** The classes that are reached. */
  public Reached reached() {
    return evidence().reached();
  }

  /** What its code that can run does with the JDK. */
  public Executed executed() {
    MethodReach begun = methods;
    return (begun == null ? methods() : begun).all();
  }

  /** Whether a class is the application's own: in the package of its main class, or below it. */
  public boolean isOwn(String className) {
    return evidence().isOwn(className);
  }

  /** How much of the class path counts. */
  public InferenceLevel level() {
    return evidence().level();
  }

  /** The internal names that files and flags have and that are no classes of the application. */
  public Set<String> mentioned() {
    return mentionedBy().keySet();
  }

  /** The same, each with what names it. */
  public SortedMap<String, String> mentionedBy() {
    return Collections.unmodifiableSortedMap(inquiry().mentions().others());
  }

  /** The modules of the JDK. */
  public ModuleCatalog catalog() {
    ModuleCatalog open = catalog;
    if (open == null) {
      open = ModuleCatalog.open(request.jdk());
      catalog = open;
    }
    return open;
  }

  /** Their classes. */
  public JdkClasses jdk() {
    return new CatalogClasses(catalog());
  }

  /** Whether code of a class that can run uses a class of the JDK; both by internal name. */
  public boolean runs(String user, String used) {
    Executed.Code code = executed().code().get(user);
    return code != null && code.types().contains(used);
  }

  @Override
  public void close() {
    if (classes != null) {
      classes.close();
    }
    if (catalog != null) {
      catalog.close();
    }
  }

  /**
   * All that answers hang on, as it was before any of it was read; empty where something cannot be
   * read, or has been read before anybody asked.
   */
  Optional<CacheKey> key(FileDigests digests) {
    if (key == null && classes == null) {
      key = InferenceKey.of(request, digests).orElse(null);
    }
    return Optional.ofNullable(key);
  }

  /** All that can be seen of it. */
  Inquiry inquiry() {
    Inquiry known = inquiry;
    if (known == null) {
      known = inquire();
      inquiry = known;
    }
    return known;
  }

  /**
   * The methods that can run, none of which has been found yet; {@link #executed} goes on there.
   */
  MethodReach methods() {
    MethodReach begun =
        MethodReach.from(evidence().roots(), evidence().application(), reached(), jdk());
    methods = begun;
    return begun;
  }

  private Evidence evidence() {
    return inquiry().evidence();
  }

  private Inquiry inquire() {
    List<GivenFlags> flags = GivenFlags.of(request);
    ApplicationClasses application = open(flags);
    if (!application.errors().isEmpty()) {
      throw new ParkaException(application.errors());
    }
    Mentions mentions = Mentions.in(application);
    for (GivenFlags given : flags) {
      given.mention(mentions);
    }
    Roots roots = RootFinder.find(request, application, mentions);
    // Where nothing says where it begins, everything is taken to be reached.
    InferenceLevel level = request.mainClass().isPresent() ? request.level() : InferenceLevel.SAFE;
    Reached reached =
        level == InferenceLevel.SAFE
            ? ClassReach.all(application)
            : ClassReach.from(roots, application, jdk());
    return new Inquiry(
        flags,
        mentions,
        new Evidence(catalog(), application, roots, reached, level, request.wishes()));
  }

  private ApplicationClasses open(List<GivenFlags> flags) {
    ApplicationClasses open = classes;
    if (open == null) {
      open =
          ApplicationClasses.open(
              AgentJars.with(request.sources(), flags), request.jdk().featureVersion());
      classes = open;
    }
    return open;
  }
}
