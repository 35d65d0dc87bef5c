package dev.parka.image;

/** Is told how a build goes on, on the thread that builds. */
@FunctionalInterface
public interface BuildListener {

  /** Does not listen. */
  BuildListener SILENT = event -> {};

  /** Something happened. */
  void on(BuildEvent event);
}
