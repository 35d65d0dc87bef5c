package dev.parka.runtime.startup;

/** Kinds of start-up archives, from what costs least to what knows most. */
public enum ArchiveKind {
  /** The JVM's default archive: classes of the JDK that every application needs. */
  CDS("default CDS archive"),
  /** A static archive of the application's classes and the JDK's, linked ahead where it can be. */
  APP_CDS("application CDS archive"),
  /** What a training run left, of JEP 483 and its successors. */
  AOT_CACHE("AOT cache");

  private final String label;

  ArchiveKind(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
