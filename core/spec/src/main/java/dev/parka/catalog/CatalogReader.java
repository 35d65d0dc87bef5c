package dev.parka.catalog;

import dev.parka.catalog.KnownImage.Userland;
import dev.parka.runtime.jdk.Libc;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the catalogue: a head of two lines, then blocks of lines {@code key value}. */
final class CatalogReader {

  private static final String FORMAT = "1";

  private static final Set<String> KEYS =
      Set.of(
          "format",
          "looked-up",
          "image",
          "tag",
          "home",
          "jmods",
          "links-itself",
          "jdk-package",
          "libc",
          "packages",
          "shell",
          "user",
          "source");

  private CatalogReader() {}

  /**
   * Reads the text of a catalogue.
   *
   * @throws IllegalArgumentException if a line, a key or a value is none that a catalogue has
   */
  static ImageCatalog read(String text) {
    List<Map<String, String>> blocks = blocks(text);
    Map<String, String> head = blocks.get(0);
    if (!FORMAT.equals(head.get("format"))) {
      throw new IllegalArgumentException("a catalogue of format " + head.get("format"));
    }
    List<KnownImage> images = new ArrayList<>();
    for (Map<String, String> block : blocks.subList(1, blocks.size())) {
      images.add(image(block));
    }
    return new ImageCatalog(LocalDate.parse(value(head, "looked-up")), images);
  }

  private static List<Map<String, String>> blocks(String text) {
    List<Map<String, String>> blocks = new ArrayList<>(List.of(new LinkedHashMap<>()));
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty()) {
        blocks.add(new LinkedHashMap<>());
      } else if (!line.startsWith("#")) {
        int space = line.indexOf(' ');
        String key = space < 0 ? line : line.substring(0, space);
        String value = space < 0 ? "" : line.substring(space + 1).strip();
        Map<String, String> block = blocks.get(blocks.size() - 1);
        if (!KEYS.contains(key) || value.isEmpty() || block.put(key, value) != null) {
          throw new IllegalArgumentException("a catalogue with the line '" + line + "'");
        }
      }
    }
    blocks.removeIf(Map::isEmpty);
    return blocks;
  }

  private static KnownImage image(Map<String, String> block) {
    return new KnownImage(
        value(block, "image"),
        value(block, "tag"),
        block.containsKey("home") ? Optional.of(jdk(block)) : Optional.empty(),
        new Userland(
            constant(Libc.class, value(block, "libc")),
            constant(Packages.class, value(block, "packages")),
            value(block, "shell").equals("yes"),
            Integer.parseInt(value(block, "user"))),
        value(block, "source"));
  }

  private static KnownJdk jdk(Map<String, String> block) {
    String jmods = value(block, "jmods");
    boolean dropped = jmods.startsWith("until ");
    return new KnownJdk(
        value(block, "home"),
        dropped ? KnownJdk.Jmods.YES : constant(KnownJdk.Jmods.class, jmods),
        dropped ? Optional.of(number(jmods)) : Optional.empty(),
        Optional.ofNullable(block.get("links-itself")).map(CatalogReader::number),
        Optional.ofNullable(block.get("jdk-package")));
  }

  private static int number(String words) {
    return Integer.parseInt(words.substring(words.indexOf(' ') + 1));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }

  private static String value(Map<String, String> block, String key) {
    String value = block.get(key);
    if (value == null) {
      throw new IllegalArgumentException("a catalogue with " + block + " and no " + key);
    }
    return value;
  }
}
