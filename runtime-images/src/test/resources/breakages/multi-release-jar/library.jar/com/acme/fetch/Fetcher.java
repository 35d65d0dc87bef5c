package com.acme.fetch;

/** Fetches as Java 8 did. */
public class Fetcher {

  public static String describe() {
    return "this is not the version for Java 11";
  }
}
