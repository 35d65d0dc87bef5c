package com.example.petstore;

import org.jspecify.annotations.Nullable;

/**
 * What a client says of a pet that it brings; anything may be missing.
 *
 * @param name what it is called
 * @param species what it is
 */
public record NewPet(@Nullable String name, @Nullable String species) {

  private static final int LONGEST = 100;

  /**
   * The pet that it becomes.
   *
   * @param id the number that it is given
   * @throws HttpFailure with status 400 if the name or the species is missing or too long
   */
  Pet withId(long id) throws HttpFailure {
    return new Pet(id, checked("name", name), checked("species", species));
  }

  private static String checked(String property, @Nullable String value) throws HttpFailure {
    if (value == null || value.isBlank()) {
      throw HttpFailure.badRequest("'" + property + "' is missing");
    }
    if (value.length() > LONGEST) {
      throw HttpFailure.badRequest("'" + property + "' is longer than " + LONGEST + " characters");
    }
    return value;
  }
}
