package dev.parka.processor;

import dev.parka.spec.ImageSpec;

/**
 * What image is wanted of a main class.
 *
 * @param spec the image
 * @param place where the source says so
 */
record PlacedSpec(ImageSpec spec, Place place) {

  /** The binary name of the main class. */
  String mainClass() {
    return spec.application().mainClass().value();
  }
}
