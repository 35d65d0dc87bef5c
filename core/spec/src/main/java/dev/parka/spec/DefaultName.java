package dev.parka.spec;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.classes.ClassName;
import java.util.Locale;
import java.util.regex.Pattern;

/** The image name of a main class that was given none: {@code PetStore} is {@code pet-store}. */
final class DefaultName {

  private static final Pattern AFTER_LOWER = Pattern.compile("([a-z0-9])([A-Z])");
  private static final Pattern AFTER_ACRONYM = Pattern.compile("([A-Z])([A-Z][a-z])");
  private static final Pattern SEPARATORS = Pattern.compile("[$_-]+");

  private DefaultName() {}

  static String of(ClassName mainClass) {
    String name = AFTER_LOWER.matcher(mainClass.simpleName()).replaceAll("$1-$2");
    name = AFTER_ACRONYM.matcher(name).replaceAll("$1-$2");
    name = SEPARATORS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    name = name.replaceAll("^-|-$", "");
    try {
      return ImageReference.parse(name).repository();
    } catch (ParkaException e) {
      throw new ParkaException(
          SpecProblem.BAD_REFERENCE,
          "the class name " + mainClass + " gives no image name",
          "set name in @ContainerImage",
          e);
    }
  }
}
