package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.cache.CacheKey;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.FileDigests;
import dev.parka.runtime.cache.OwnCode;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.jdk.ReleaseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that an answer about an application hangs on: the content of each jar, the JDK, what is asked
 * for, and Parka itself.
 */
public final class InferenceKey {

  private InferenceKey() {}

  /**
   * The key of what is answered about an application; empty where something cannot be read, of
   * which an inference will say what it is.
   *
   * @param kind what the answer is
   */
  public static Optional<CacheKey> of(
      String kind, ReachedApplication application, FileDigests digests) {
    return application.key(digests).map(key -> new CacheKey(kind).add(key));
  }

  /**
   * Whether the application's files are still what they were when its key was first asked for: what
   * was changed in the meantime may have been read before or after.
   */
  public static boolean isStillOf(ReachedApplication application, FileDigests digests) {
    Optional<CacheKey> key = application.key(digests);
    return key.isPresent() && key.equals(of(application.request(), digests));
  }

  /** All that the answers to a request hang on, as it is now. */
  static Optional<CacheKey> of(InferenceRequest request, FileDigests digests) {
    try {
      Optional<Digest> own = OwnCode.digest(digests);
      if (own.isEmpty()) {
        return Optional.empty();
      }
      Path home = request.jdk().home();
      Optional<ClassName> main = request.mainClass();
      return Optional.of(
          new CacheKey("application")
              .add(own.get())
              .add(ReleaseFile.text(home.resolve("release")))
              .add(Files.size(home.resolve("lib/modules")))
              .add(main.isEmpty() ? "" : main.get())
              .add(request.level())
              .addAll(request.wishes().addModules())
              .addAll(request.wishes().excludeModules())
              .addAll(request.wishes().jvmFlags())
              .addAll(request.wishes().locales())
              .addAll(sources(request, digests)));
    } catch (IOException | ParkaException e) {
      return Optional.empty();
    }
  }

  /** Name and content of each entry; their order makes no difference to the list. */
  private static List<String> sources(InferenceRequest request, FileDigests digests)
      throws IOException {
    List<String> sources = new ArrayList<>();
    for (ClassSource source : AgentJars.with(request.sources(), GivenFlags.of(request))) {
      sources.add(source.digest(digests) + " " + source.name());
    }
    sources.sort(Comparator.naturalOrder());
    return sources;
  }
}
