// Written by Parka from @ContainerImage; edit that, not this.
package com.acme;

import dev.parka.annotations.ImageDescriptor;
import java.lang.Override;
import java.lang.String;
import java.util.List;
import java.util.Map;

/**
 * The image of {@code com.acme.App}, as its annotation describes it.
 */
public final class AppImage implements ImageDescriptor {
  /**
   * Has no state: one is as good as another.
   */
  public AppImage() {
  }

  @Override
  public String mainClass() {
    return "com.acme.App";
  }

  @Override
  public int javaVersion() {
    return 17;
  }

  @Override
  public List<String> jvmFlags() {
    return List.of("-Dgreeting=\"hello\"\\");
  }

  @Override
  public List<String> arguments() {
    return List.of("-", "--from=x", "<<EOF", "a b", "\"]");
  }

  @Override
  public List<Map.Entry<String, String>> env() {
    return List.of(
        Map.entry("QUOTES", "\"'`"),
        Map.entry("DOLLARS", "$HOME ${HOME:-x} $(id) $$ $"),
        Map.entry("BACKSLASHES", "\\ \\\\ \\n \\u0041 \\"),
        Map.entry("DIRECTIVES", "# syntax=x"),
        Map.entry("COMMENT", "*/ /* // {@code"),
        Map.entry("POET", "$T $L $S $N $W $Z $$"),
        Map.entry("UNICODE", "Gr\u00fc\u00dfe, \u4e16\u754c \ud83d\udc27"));
  }

  @Override
  public List<Map.Entry<String, String>> labels() {
    return List.of(
        Map.entry("com.acme.note", "a=\"b\" \\"));
  }
}
