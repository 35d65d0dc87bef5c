package com.acme;

/** Logs to whatever the flags say. */
public class App {

  private static final System.Logger LOGGER = System.getLogger("com.acme");

  public static void main(String[] args) {
    LOGGER.log(System.Logger.Level.INFO, "started");
    System.out.println("OK");
  }
}
