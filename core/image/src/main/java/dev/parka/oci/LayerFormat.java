package dev.parka.oci;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How layers are written, whatever they hold.
 *
 * @param time of every file and of the image, in whole seconds
 * @param compression how the layers are compressed
 */
public record LayerFormat(Instant time, LayerCompression compression) {

  /** Tar headers count seconds. */
  public LayerFormat {
    time = time.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The same with another time. */
  public LayerFormat withTime(Instant newTime) {
    return new LayerFormat(newTime, compression);
  }

  /** The same with another compression. */
  public LayerFormat withCompression(LayerCompression newCompression) {
    return new LayerFormat(time, newCompression);
  }
}
