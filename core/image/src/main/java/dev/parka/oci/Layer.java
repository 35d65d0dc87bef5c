package dev.parka.oci;

import dev.parka.spec.Digest;

/**
 * One layer as it is stored.
 *
 * @param kind what it holds
 * @param descriptor digest and size of the compressed blob
 * @param diffId digest of the uncompressed tar
 * @param unpackedSize bytes of all files in it
 * @param history what the image's history says of it
 */
public record Layer(
    Kind kind, Descriptor descriptor, Digest diffId, long unpackedSize, String history) {

  /** What a layer holds, in the order of the layers: what changes least comes first. */
  public enum Kind {
    /** A layer of the image that this one stands on. */
    BASE("base image"),
    /** Shared libraries, user database, {@code /tmp}. */
    ROOT_FILE_SYSTEM("root file system"),
    /** What jlink wrote. */
    RUNTIME_IMAGE("run-time image"),
    /** What makes the application start faster. */
    STARTUP_ARCHIVE("start-up archive"),
    /** The jars that the application depends on. */
    DEPENDENCIES("dependencies"),
    /** Those of them that may change under their version, such as {@code 1.2-SNAPSHOT}. */
    SNAPSHOTS("snapshots"),
    /** The application's own classes and resources. */
    APPLICATION("application");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }
}
