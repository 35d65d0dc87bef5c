package dev.parka.verify.boot;

/** Which network a started image has. */
public enum Network {
  /**
   * One of its own, which leads nowhere: it has a loopback interface, and what the image listens to
   * is mapped to ports of this machine's loopback address. Where that cannot be, this machine's.
   */
  OWN("a network of its own"),
  /** This machine's, with all that is reached from there, and with its ports. */
  HOST("this machine's network");

  private final String text;

  Network(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
