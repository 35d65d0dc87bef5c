package dev.parka.oci;

/** Is told how much of a layer was read, on the thread that writes it. */
@FunctionalInterface
public interface LayerProgress {

  /** Tells nobody. */
  LayerProgress SILENT = (kind, done, total) -> {};

  /**
   * So much was read.
   *
   * @param done bytes of the layer's files so far, at most the total
   * @param total bytes of all of them
   */
  void on(Layer.Kind kind, long done, long total);
}
