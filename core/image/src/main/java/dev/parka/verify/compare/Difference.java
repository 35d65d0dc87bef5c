package dev.parka.verify.compare;

/**
 * One thing in which two images differ.
 *
 * @param aspect what kind of thing
 * @param subject which one, such as {@code /app/app.jar} or {@code config.User}
 * @param before what it is in the first image; {@code nothing} where that has none
 * @param after what it is in the second
 */
public record Difference(Aspect aspect, String subject, String before, String after) {

  /** What stands for a thing that one of the images has not. */
  public static final String NOTHING = "nothing";

  @Override
  public String toString() {
    return aspect + " " + subject + ": " + before + " → " + after;
  }
}
