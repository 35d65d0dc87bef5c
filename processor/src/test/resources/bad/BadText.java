package com.acme;

import dev.parka.annotations.ContainerImage;
import dev.parka.annotations.Env;
import dev.parka.annotations.Label;

@ContainerImage(
    env = {
      @Env(name = "FIRST", value = "fine"),
      @Env(name = "GREETING", value = "a\nb"), // error: [BadText] the value of the environment variable GREETING is 'a\\u000ab', with a character that is no plain text; leave out line breaks, control characters and invisible ones
    },
    labels = @Label(key = "com.acme.note", value = "a\r"), // error: [BadText] the value of the label com.acme.note is 'a\\u000d', with a character that is no plain text; leave out line breaks, control characters and invisible ones
    arguments = {"fine", "\0", "\u202e"}, // error: [BadText] an argument is '\\u0000', with a character that is no plain text; leave out line breaks, control characters and invisible ones // error: [BadText] an argument is '\\u202e', with a character that is no plain text; leave out line breaks, control characters and invisible ones
    jvmFlags = "-Da=\ud800") // error: [BadText] the JVM flag is '-Da=\\ud800', with a character that is no plain text; leave out line breaks, control characters and invisible ones
final class App {
  public static void main(String[] arguments) {}
}
