package dev.parka.runtime.link;

/** Something that is known of a linked run-time image, beside its files. */
public enum LinkAccount {
  /** How many bytes each thing would take up that was left out. */
  SAVINGS("savings"),
  /** Its modules. */
  MODULES("modules"),
  /** What its native files ask of the system under it. */
  NATIVE_FILES("native-files");

  private final String word;

  LinkAccount(String word) {
    this.word = word;
  }

  /** The word under which it is kept. */
  @Override
  public String toString() {
    return word;
  }
}
