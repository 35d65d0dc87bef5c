package com.example.petstore.engine;

import java.util.Locale;

/**
 * What was measured of a step's image.
 *
 * @param title the step's
 * @param disk bytes of all layers, unpacked
 * @param wire bytes of all layers, compressed with gzip
 * @param layers how many there are
 * @param packages how many packages their own list names
 * @param buildSeconds from nothing but the image that it starts from
 * @param startSeconds from the engine's command to the first answered request
 */
record JourneyRow(
    String title,
    long disk,
    long wire,
    int layers,
    long packages,
    double buildSeconds,
    double startSeconds) {

  static final String HEADER =
      """
      | step | on disk | on the wire | layers | packages | build | to the first answer |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: |
      """;

  /** A line of a table in Markdown. */
  String markdown() {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f MB | %.1f MB | %d | %d | %.1f s | %.2f s |%n",
        title,
        disk / 1e6,
        wire / 1e6,
        layers,
        packages,
        buildSeconds,
        startSeconds);
  }
}
