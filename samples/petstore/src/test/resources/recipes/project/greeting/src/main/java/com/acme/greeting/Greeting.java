package com.acme.greeting;

/** What the shop says; no record, as the Gradle of some distributions compiles for Java 12. */
public final class Greeting {

  private final String text;

  public Greeting(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
