package com.acme;

import dev.parka.annotations.ContainerImage;
import dev.parka.annotations.Env;
import dev.parka.annotations.Label;

@ContainerImage(
    javaVersion = 17,
    env = {
      @Env(name = "QUOTES", value = "\"'`"),
      @Env(name = "DOLLARS", value = "$HOME ${HOME:-x} $(id) $$ $"),
      @Env(name = "BACKSLASHES", value = "\\ \\\\ \\n \\u0041 \\"),
      @Env(name = "DIRECTIVES", value = "# syntax=x"),
      @Env(name = "COMMENT", value = "*/ /* // {@code"),
      @Env(name = "POET", value = "$T $L $S $N $W $Z $$"),
      @Env(name = "UNICODE", value = "Grüße, 世界 \ud83d\udc27"),
    },
    labels = @Label(key = "com.acme.note", value = "a=\"b\" \\"),
    arguments = {"-", "--from=x", "<<EOF", "a b", "\"]"},
    jvmFlags = "-Dgreeting=\"hello\"\\")
final class App {
  public static void main(java.lang.String[] arguments) {}
}

class String {}

@interface Override {}
