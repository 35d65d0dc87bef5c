package com.acme.plugin;

public final class Plugin {
  static final java.util.prefs.Preferences PREFERENCES = null;
}
