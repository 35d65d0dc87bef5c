package dev.parka.registry;

/** Is told how much of an image has got to a registry; by several threads, one at a time. */
@FunctionalInterface
public interface TransferProgress {

  /** Tells nobody. */
  TransferProgress SILENT = (done, total) -> {};

  /**
   * So much is there.
   *
   * @param done bytes of its blobs so far, never less than the last time and at most the total
   * @param total bytes of all of them
   */
  void on(long done, long total);
}
