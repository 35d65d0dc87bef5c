package dev.parka.dockerfile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What makes the application's jar while the image is built. */
public enum BuildTool {
  /** Nothing: the packaged jar is in the build context. */
  NONE("", "target", ""),
  /** Maven, of an image that has it. */
  MAVEN("Maven", "target", "pom.xml"),
  /** The project's own script that fetches Maven. */
  MAVEN_WRAPPER("the Maven wrapper", "target", "mvnw"),
  /** Gradle, of an image that has it. */
  GRADLE("Gradle", "build/libs", ""),
  /** The project's own script that fetches Gradle. */
  GRADLE_WRAPPER("the Gradle wrapper", "build/libs", "gradlew");

  /** Stands for the tool that a project's directory shows. */
  public static final String DETECT = "detect";

  private final String title;
  private final String jars;
  private final String needed;

  BuildTool(String title, String jars, String needed) {
    this.title = title;
    this.jars = jars;
    this.needed = needed;
  }

  /** How a sentence calls it. */
  String title() {
    return title;
  }

  /** Where it puts jars, below a module. */
  String jars() {
    return jars;
  }

  /** Where the jars go that the application depends on, below a module. */
  String libraries() {
    return isGradle() ? "build/lib" : "target/lib";
  }

  /** The file that a project must have for it; empty where one of several will do. */
  String needed() {
    return needed;
  }

  boolean isMaven() {
    return this == MAVEN || this == MAVEN_WRAPPER;
  }

  boolean isGradle() {
    return this == GRADLE || this == GRADLE_WRAPPER;
  }

  /** Whether the project brings the tool along, so that any JDK will do. */
  boolean isWrapper() {
    return this == MAVEN_WRAPPER || this == GRADLE_WRAPPER;
  }

  /** The tool of this word, such as {@code maven-wrapper}. */
  public static Optional<BuildTool> ofWord(String word) {
    return Arrays.stream(values()).filter(tool -> tool.toString().equals(word)).findFirst();
  }

  /** The words of all, and the one that stands for what is found. */
  public static List<String> words() {
    return List.of("none", DETECT, "maven", "maven-wrapper", "gradle", "gradle-wrapper");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
