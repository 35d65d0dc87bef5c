package dev.parka.verify.compare;

import java.util.Locale;

/** In what two images may differ. */
public enum Aspect {
  /** A setting of the configuration that says how the image is run. */
  CONFIG(true),
  /** A JDK module of the run-time image. */
  MODULE(true),
  /** A package of a Linux distribution. */
  PACKAGE(true),
  /** A file that only one has, or what kind of file it is, its content, mode or owner. */
  FILE(true),
  /** When a file was modified. */
  TIME(false),
  /** What the configuration and the manifest tell of the image, and nothing acts on. */
  METADATA(false),
  /** A layer as it is stored. */
  LAYER(false),
  /** The digest of the manifest, which is the image's. */
  MANIFEST(false);

  private final boolean isSemantic;

  Aspect(boolean isSemantic) {
    this.isSemantic = isSemantic;
  }

  /** Whether a container of the one may behave otherwise than one of the other. */
  public boolean isSemantic() {
    return isSemantic;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
