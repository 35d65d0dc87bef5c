package com.acme;

import java.io.InputStream;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Logs to a file, as a resource says. */
public class App {

  public static void main(String[] args) throws Exception {
    try (InputStream in = App.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().updateConfiguration(in, key -> (was, is) -> place(is, args[0]));
    }
    Logger.getLogger("com.acme").info("started");
    System.out.println("OK");
  }

  private static String place(String value, String folder) {
    return value == null ? null : value.replace("@", folder);
  }
}
