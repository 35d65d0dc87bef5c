package dev.parka.registry;

import dev.parka.runtime.Printable;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Every secret that went to a registry or came from one. A registry may send back what it was sent,
 * and its words are shown: each goes through here.
 */
final class Secrets {

  private static final int MOST_WORDS = 300;
  private static final int SHORTEST = 3;

  /** Longer ones first: one may be a part of another. */
  private final Set<String> known =
      new ConcurrentSkipListSet<>(
          Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

  /** Remembers one. Of one or two characters nothing can be hidden but half of the alphabet. */
  void add(String secret) {
    if (secret.length() >= SHORTEST) {
      known.add(secret);
    }
  }

  /** The text without secrets, without what a terminal would act on, and not endless. */
  String hide(String text) {
    String hidden = text;
    for (String secret : known) {
      hidden = hidden.replace(secret, "***");
    }
    return Printable.of(hidden);
  }

  /** The same for words of a registry, which are cut. */
  String quote(String text) {
    String hidden = hide(text.strip());
    return hidden.length() <= MOST_WORDS ? hidden : hidden.substring(0, MOST_WORDS) + "…";
  }
}
