package dev.parka.verify.compare;

import dev.parka.oci.ArchiveDescriptor;
import dev.parka.runtime.tree.ImagePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the differences, aspect by aspect. */
final class Differences {

  /** What no engine acts on; Docker used to add what a build step was run with. */
  private static final Set<String> TOLD =
      Set.of(
          "annotations",
          "author",
          "container",
          "container_config",
          "created",
          "docker_version",
          "history",
          "id",
          "moby",
          "rootfs");

  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  static List<Difference> of(ImageContents before, ImageContents after) {
    Differences all = new Differences();
    all.values(Aspect.CONFIG, settings(before, true), settings(after, true));
    all.values(Aspect.MODULE, present(before.modules()), present(after.modules()));
    all.values(Aspect.PACKAGE, before.packages(), after.packages());
    all.files(before.files(), after.files());
    all.values(Aspect.METADATA, settings(before, false), settings(after, false));
    all.values(Aspect.LAYER, layers(before.layers()), layers(after.layers()));
    all.add(Aspect.MANIFEST, "digest", before.manifest().toString(), after.manifest().toString());
    return all.found;
  }

  private static SortedMap<String, String> settings(ImageContents image, boolean actedOn) {
    SortedMap<String, String> settings = new TreeMap<>(image.settings());
    settings.keySet().removeIf(key -> isActedOn(key) != actedOn);
    return settings;
  }

  private static boolean isActedOn(String key) {
    int end = key.indexOf('.');
    return !TOLD.contains(end < 0 ? key : key.substring(0, end));
  }

  private static SortedMap<String, String> present(SortedSet<String> names) {
    SortedMap<String, String> map = new TreeMap<>();
    names.forEach(name -> map.put(name, "present"));
    return map;
  }

  private static SortedMap<String, String> layers(List<ArchiveDescriptor> layers) {
    SortedMap<String, String> map = new TreeMap<>();
    for (ArchiveDescriptor layer : layers) {
      map.put(
          String.valueOf(map.size()),
          layer.digest() + ", " + layer.size() + " bytes, " + layer.mediaType());
    }
    return map;
  }

  private void values(Aspect aspect, Map<String, String> before, Map<String, String> after) {
    SortedSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      add(
          aspect,
          key,
          before.getOrDefault(key, Difference.NOTHING),
          after.getOrDefault(key, Difference.NOTHING));
    }
  }

  private void files(Map<ImagePath, FileContents> before, Map<ImagePath, FileContents> after) {
    SortedSet<ImagePath> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    List<Difference> times = new ArrayList<>();
    for (ImagePath path : paths) {
      Optional<FileContents> old = Optional.ofNullable(before.get(path));
      Optional<FileContents> now = Optional.ofNullable(after.get(path));
      if (old.isPresent() && now.isPresent() && old.get().isSameBesideTime(now.get())) {
        String time = old.get().modified().toString();
        if (!time.equals(now.get().modified().toString())) {
          times.add(
              new Difference(Aspect.TIME, path.value(), time, now.get().modified().toString()));
        }
      } else {
        found.add(
            new Difference(
                Aspect.FILE,
                path.value(),
                old.map(FileContents::summary).orElse(Difference.NOTHING),
                now.map(FileContents::summary).orElse(Difference.NOTHING)));
      }
    }
    found.addAll(times);
  }

  private void add(Aspect aspect, String subject, String before, String after) {
    if (!before.equals(after)) {
      found.add(new Difference(aspect, subject, before, after));
    }
  }
}
