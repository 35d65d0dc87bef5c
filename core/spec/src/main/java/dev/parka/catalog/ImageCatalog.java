package dev.parka.catalog;

import dev.parka.runtime.jdk.Architecture;
import dev.parka.spec.ImageReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The well-known images.
 *
 * @param lookedUp when all of it was looked up
 * @param images in the order of the file
 */
public record ImageCatalog(LocalDate lookedUp, List<KnownImage> images) {

  private static final int OLDEST = 17;
  private static final int NEWEST = 29;

  /** Copies the list. */
  public ImageCatalog {
    images = List.copyOf(images);
  }

  /** The catalogue that comes with Parka. */
  public static ImageCatalog bundled() {
    return Bundled.CATALOG;
  }

  /** The image whose JDK is taken when nobody names another. */
  public KnownImage defaultJdk() {
    return images.stream().filter(image -> image.jdk().isPresent()).findFirst().orElseThrow();
  }

  /** The image that a reference names, by its tag before others of its repository. */
  public Optional<KnownImage> find(ImageReference reference) {
    return images.stream()
        .filter(image -> image.likeness(reference) > 0)
        .sorted(Comparator.comparing((KnownImage image) -> -image.likeness(reference)))
        .findFirst();
  }

  /** Every place where one of the images has its JDK. */
  public Set<String> jdkHomes() {
    Set<String> homes = new TreeSet<>();
    for (KnownImage image : images) {
      for (int version = OLDEST; version <= NEWEST; version++) {
        for (Architecture architecture : Architecture.values()) {
          int feature = version;
          image.jdk().ifPresent(jdk -> homes.add(jdk.home(feature, architecture.ociName())));
        }
      }
    }
    return homes;
  }

  private static final class Bundled {
    private static final ImageCatalog CATALOG = read();

    private static ImageCatalog read() {
      try (InputStream in = ImageCatalog.class.getResourceAsStream("images.txt")) {
        byte[] bytes = Objects.requireNonNull(in, "images.txt").readAllBytes();
        return CatalogReader.read(new String(bytes, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
