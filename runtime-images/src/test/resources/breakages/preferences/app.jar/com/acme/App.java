package com.acme;

import java.util.prefs.Preferences;

/** Keeps a preference. */
public class App {

  public static void main(String[] args) throws Exception {
    Preferences preferences = Preferences.userNodeForPackage(App.class);
    preferences.put("state", "OK");
    preferences.flush();
    System.out.println(Preferences.userRoot().node("com/acme").get("state", "lost"));
  }
}
