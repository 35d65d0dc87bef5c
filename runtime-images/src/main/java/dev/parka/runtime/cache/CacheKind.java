package dev.parka.runtime.cache;

/** What an entry of the cache is, each kind in a directory of its own. */
public enum CacheKind {
  /** The digest of a file, or of all files of a directory, that was read before. */
  FILE_DIGEST("digests", "digests of files"),
  /** What was found out by reading files. */
  FILE_FACT("facts", "facts of files"),
  /** The modules that an application needs. */
  MODULE_LIST("lists", "lists of modules"),
  /** A run-time image. */
  LINKED_IMAGE("images", "linked run-time images"),
  /** What was left out of a run-time image. */
  SAVINGS("savings", "accounts of linked run-time images"),
  /** What is known of a layer that was made before. */
  LAYER("layers", "accounts of layers"),
  /** The bytes of a layer as they are stored and sent. */
  LAYER_BLOB("layer-blobs", "layers"),
  /** What makes a JVM start faster. */
  STARTUP_ARCHIVE("archives", "start-up archives"),
  /** A blob of a registry. */
  PULLED_BLOB("blobs", "pulled blobs"),
  /** Which repository of a registry a blob was seen in. */
  BLOB_PLACE("places", "places of pushed blobs");

  private final String directory;
  private final String label;

  CacheKind(String directory, String label) {
    this.directory = directory;
    this.label = label;
  }

  /** The name of its directory. */
  String directory() {
    return directory;
  }

  /** What people call several of them. */
  @Override
  public String toString() {
    return label;
  }
}
