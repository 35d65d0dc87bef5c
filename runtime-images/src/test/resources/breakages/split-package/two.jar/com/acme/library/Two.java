package com.acme.library;

import java.util.prefs.Preferences;

/** Uses another module. */
public class Two {

  public static String state() {
    return Preferences.MAX_KEY_LENGTH > 0 && Preferences.class.getName().length() > 0 ? "K" : "";
  }
}
