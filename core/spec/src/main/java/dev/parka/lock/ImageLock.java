package dev.parka.lock;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.startup.ArchivePin;
import dev.parka.runtime.tree.WholeFile;
import dev.parka.spec.BaseImage;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import dev.parka.spec.Platform;
import dev.parka.spec.SpecProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digests that pin what another build would find changed. As text one image a line, sorted: the
 * reference as it is written elsewhere, a space, and the digest of its index, or of its manifest
 * where it has no index. Then the start-up archives that are not reproducible, one a line: {@code
 * archive}, the reference of the image that it is in, the digest of all that it was made from, and
 * its own. Then how large images are, one a line: the word "size", the name of the image, its
 * platform, and of each layer the bytes as stored, a slash, and the bytes unpacked.
 *
 * @param digests by reference
 * @param archives by the reference of the image that they are in
 * @param sizes by the name and the platform of the image, with a space between them
 */
public record ImageLock(
    SortedMap<String, Digest> digests,
    SortedMap<String, ArchivePin> archives,
    SortedMap<String, LockedSize> sizes) {

  /** What the file is called; it lies in the project's directory, and is checked in. */
  public static final String FILE_NAME = "container-image.lock";

  /** Pins nothing. */
  public static final ImageLock EMPTY =
      new ImageLock(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  private static final String HEADER =
      "# The images that tags meant when 'parka-cli lock' looked; it writes this file.\n";
  private static final String ARCHIVE = "archive";
  private static final String SIZE = "size";
  private static final int SIZE_WORDS = 4;
  private static final Pattern LAYER = Pattern.compile("([0-9]{1,15})/([0-9]{1,15})");
  private static final int MOST_BYTES = 1 << 20;

  /** Copies the maps. */
  public ImageLock {
    digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    archives = Collections.unmodifiableSortedMap(new TreeMap<>(archives));
    sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
  }

  /**
   * Reads a file; one that is not there pins nothing.
   *
   * @throws ParkaException [BadLock] if it is no lock file
   */
  public static ImageLock read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw bad(file + " has more than " + MOST_BYTES + " bytes");
      }
      return parse(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      return EMPTY;
    } catch (IOException e) {
      throw bad(file + " cannot be read: " + Printable.of(String.valueOf(e.getMessage())));
    }
  }

  /**
   * Parses the text of a file.
   *
   * @param name what problems call it
   * @throws ParkaException [BadLock] if it is none
   */
  static ImageLock parse(String name, String text) {
    SortedMap<String, Digest> digests = new TreeMap<>();
    SortedMap<String, ArchivePin> archives = new TreeMap<>();
    SortedMap<String, LockedSize> sizes = new TreeMap<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.strip().split(" +", -1);
        String where = name + ":" + number;
        if (words.length >= SIZE_WORDS && words[0].equals(SIZE)) {
          size(where, words, sizes);
          continue;
        }
        boolean isArchive = words.length == 4 && words[0].equals(ARCHIVE);
        if (words.length != 2 && !isArchive) {
          throw bad(where + " is not a reference and a digest");
        }
        String reference = reference(where, isArchive ? words[1] : words[0]);
        Object before =
            isArchive
                ? archives.put(reference, archive(where, words))
                : digests.put(reference, digest(where, words[1]));
        if (before != null) {
          throw bad(where + " pins " + reference + " again");
        }
      }
    }
    return new ImageLock(digests, archives, sizes);
  }

  private static void size(String where, String[] words, SortedMap<String, LockedSize> sizes) {
    List<LockedSize.LayerSize> layers = new ArrayList<>();
    for (String word : List.of(words).subList(SIZE_WORDS - 1, words.length)) {
      Matcher layer = LAYER.matcher(word);
      if (!layer.matches()) {
        throw bad(where + " has '" + Printable.of(word) + "' for the sizes of a layer");
      }
      layers.add(
          new LockedSize.LayerSize(Long.parseLong(layer.group(1)), Long.parseLong(layer.group(2))));
    }
    String image = reference(where, words[1]) + " " + platform(where, words[2]);
    if (sizes.put(image, new LockedSize(layers)) != null) {
      throw bad(where + " has the size of " + image + " again");
    }
  }

  private static Platform platform(String where, String text) {
    try {
      return Platform.parse(text);
    } catch (ParkaException e) {
      throw bad(where + " has '" + Printable.of(text) + "' for a platform");
    }
  }

  private static ArchivePin archive(String where, String[] words) {
    return new ArchivePin(
        dev.parka.runtime.cache.Digest.parse(digest(where, words[2]).hex()),
        dev.parka.runtime.cache.Digest.parse(digest(where, words[3]).hex()));
  }

  private static String reference(String where, String text) {
    try {
      ImageReference reference = ImageReference.parse(text);
      if (reference.digest().isEmpty()) {
        return text;
      }
    } catch (ParkaException e) {
      // Told below.
    }
    throw bad(where + " pins '" + Printable.of(text) + "', which is no reference with a tag");
  }

  private static Digest digest(String where, String text) {
    try {
      return Digest.parse(text);
    } catch (ParkaException e) {
      throw bad(where + " has '" + Printable.of(text) + "' for a digest");
    }
  }

  /** What a reference is pinned to: by itself, or by this file. */
  public Optional<Digest> pin(ImageReference reference) {
    return reference.digest().or(() -> Optional.ofNullable(digests.get(reference.toString())));
  }

  /** Whether a warning says of a base that nothing pins it, while this file does. */
  public boolean settles(Problem warning, String base) {
    return warning.id() == SpecProblem.UNPINNED_BASE && digests.containsKey(base);
  }

  /** The same reference, pinned if it is. */
  public ImageReference pinned(ImageReference reference) {
    return new ImageReference(reference.repository(), reference.tag(), pin(reference));
  }

  /** The same base, pinned if it is. */
  public BaseImage pinned(BaseImage base) {
    return base instanceof BaseImage.Referenced image
        ? new BaseImage.Referenced(pinned(image.reference()))
        : base;
  }

  /** The same with another image, or with another digest of it. */
  public ImageLock with(ImageReference reference, Digest digest) {
    SortedMap<String, Digest> more = new TreeMap<>(digests);
    more.put(reference.toString(), digest);
    return new ImageLock(more, archives, sizes);
  }

  /** The same with the start-up archive of an image, or with another one of it. */
  public ImageLock with(ImageReference image, ArchivePin archive) {
    SortedMap<String, ArchivePin> more = new TreeMap<>(archives);
    more.put(image.toString(), archive);
    return new ImageLock(digests, more, sizes);
  }

  /** The same with the size of an image, or with another one of it. */
  public ImageLock with(ImageReference image, Platform platform, LockedSize size) {
    SortedMap<String, LockedSize> more = new TreeMap<>(sizes);
    more.put(image + " " + platform, size);
    return new ImageLock(digests, archives, more);
  }

  /** The size that an image had. */
  public Optional<LockedSize> size(ImageReference image, Platform platform) {
    return Optional.ofNullable(sizes.get(image + " " + platform));
  }

  /**
   * Writes the file, whole or not at all.
   *
   * @throws ParkaException [CannotWrite]
   */
  public void write(Path file) {
    try {
      WholeFile.write(file, toString());
    } catch (IOException e) {
      throw new ParkaException(
          RuntimeProblem.CANNOT_WRITE,
          file + " cannot be written",
          "choose another place, or make room there",
          e);
    }
  }

  private static ParkaException bad(String fact) {
    return new ParkaException(
        LockProblem.BAD_LOCK, fact, "delete what is wrong and let parka-cli lock write it again");
  }

  /** The text of the file. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(HEADER);
    digests.forEach((name, digest) -> text.append(name).append(' ').append(digest).append('\n'));
    archives.forEach(
        (name, pin) ->
            text.append(ARCHIVE + " ")
                .append(name)
                .append(' ')
                .append(new Digest(pin.key().toString()))
                .append(' ')
                .append(new Digest(pin.digest().toString()))
                .append('\n'));
    sizes.forEach(
        (image, size) ->
            text.append(SIZE + " ").append(image).append(' ').append(size).append('\n'));
    return text.toString();
  }
}
