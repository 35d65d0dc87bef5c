package dev.parka.runtime.link;

import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.FileDigests;
import dev.parka.runtime.cache.OwnCode;
import dev.parka.runtime.jdk.Jdk;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What the bytes of a linked run-time image hang on: Parka's own code, every file of the JDK, and
 * every component of the plan, whatever components it has, so that none can be forgotten. Where a
 * JDK lies makes no difference.
 */
final class LinkKey {

  private final FileDigests digests;
  private final Digest.Parts parts = Digest.parts();

  private LinkKey(FileDigests digests) {
    this.digests = digests;
  }

  /** The key of a plan; empty where something of it cannot be read, or has no value of its own. */
  static Optional<Digest> of(LinkPlan plan, FileDigests digests) {
    try {
      Optional<Digest> own = OwnCode.digest(digests);
      if (own.isEmpty()) {
        return own;
      }
      LinkKey key = new LinkKey(digests);
      key.parts.add("linked image").add(own.get());
      LinkHost host = LinkHost.of(plan.jdk());
      if (host.isCross() && !key.add(host.jdk())) {
        return Optional.empty();
      }
      return key.add(plan) ? Optional.of(key.parts.digest()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Answers whether this is something that can be told from all others by its value. */
  private boolean add(Object value) throws IOException {
    parts.add(value.getClass().getName());
    if (value instanceof Jdk jdk) {
      parts.add(jdk.version()).add(jdk.vendor()).add(jdk.architecture()).add(jdk.libc());
      // Not the release file alone: a JDK that was patched by hand has the same.
      parts.add(digests.ofTree(jdk.home()));
      return true;
    }
    if (value instanceof Record one) {
      return addComponents(one);
    }
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty() || add(optional.get());
    }
    if (value instanceof Collection<?> all) {
      return addAll(all);
    }
    if (value instanceof Map<?, ?> map) {
      return addAll(map.keySet()) && addAll(map.values());
    }
    parts.add(value);
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Enum;
  }

  private boolean addAll(Collection<?> all) throws IOException {
    parts.add(all.size());
    for (Object one : all) {
      if (!add(one)) {
        return false;
      }
    }
    return true;
  }

  private boolean addComponents(Record one) throws IOException {
    for (RecordComponent component : one.getClass().getRecordComponents()) {
      parts.add(component.getName());
      try {
        component.getAccessor().setAccessible(true);
        if (!add(component.getAccessor().invoke(one))) {
          return false;
        }
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("no component " + component + " to be had", e);
      }
    }
    return true;
  }
}
