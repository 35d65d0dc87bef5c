package com.acme.one;

import java.util.logging.Level;

/** Uses one module. */
public class One {

  public static String state() {
    return Level.OFF.getName().substring(0, 1);
  }
}
