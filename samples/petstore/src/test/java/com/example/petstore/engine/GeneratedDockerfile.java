package com.example.petstore.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The generated Dockerfile and the JDK image that it builds on. */
final class GeneratedDockerfile {

  static final Path FILE =
      Path.of("target/classes/META-INF/parka/com.example.petstore.PetStore/Dockerfile");

  private static final Pattern FIRST_STAGE =
      Pattern.compile("^FROM (?<image>\\S+) AS ", Pattern.MULTILINE);

  private GeneratedDockerfile() {}

  /** The image that its first stage stands on. */
  static String jdkImage() throws IOException {
    Matcher from = FIRST_STAGE.matcher(Files.readString(FILE));
    if (!from.find()) {
      throw new AssertionError(FILE + " has no first stage with a name");
    }
    return from.group("image");
  }
}
