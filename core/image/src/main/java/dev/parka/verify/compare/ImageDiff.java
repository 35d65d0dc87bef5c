package dev.parka.verify.compare;

import java.util.List;

/**
 * How two images differ.
 *
 * @param before the first image
 * @param after the second
 * @param differences all of them, ordered by aspect, then by subject
 */
public record ImageDiff(ImageContents before, ImageContents after, List<Difference> differences) {

  /** Copies the list. */
  public ImageDiff {
    differences = List.copyOf(differences);
  }

  /** Compares two images. */
  public static ImageDiff between(ImageContents before, ImageContents after) {
    return new ImageDiff(before, after, Differences.of(before, after));
  }

  /** The differences by which a container of the one may behave otherwise than one of the other. */
  public List<Difference> semantic() {
    return differences.stream().filter(one -> one.aspect().isSemantic()).toList();
  }

  /** Whether they are one image, digest for digest. */
  public boolean isSame() {
    return before.manifest().equals(after.manifest());
  }

  /** Whether containers of both behave alike: files, and how they are run. */
  public boolean isEquivalent() {
    return semantic().isEmpty();
  }

  /** How the bytes of files differ by place, the largest difference first. */
  public List<SizeChange> sizeChanges() {
    return SizeChange.between(before.files(), after.files());
  }

  /** The whole of it in a few lines of text. */
  public String render(boolean strict) {
    return DiffText.render(this, strict);
  }

  /** The whole of it for programs. */
  public String toJson(boolean strict) {
    return DiffJson.render(this, strict);
  }

  /** Those that count. */
  List<Difference> counted(boolean strict) {
    return strict ? differences : semantic();
  }
}
