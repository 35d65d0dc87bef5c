package dev.parka.runtime.startup;

/** What making an archive again gives. */
public enum Reproducibility {
  /** The same bytes: it was made twice, in two JVMs, and compared. */
  PROVEN("the same bytes every time, proven by making it twice"),
  /** Other bytes: only who keeps the file, or its digest, can have it again. */
  PINNED("pinned by digest, not reproducible");

  private final String label;

  Reproducibility(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
