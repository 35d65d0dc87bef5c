package dev.parka.runtime.modules;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a {@link Signal} is seen by, in one class. */
sealed interface Condition {

  /** Whether the class is so. */
  boolean holds(Facts facts);

  /** A class that is referred to, or any of a package. */
  record OfClass(Wording name) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return name.isAmong(facts.classes());
    }
  }

  /** A field or method that is referred to. */
  record OfMember(Wording name) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return name.isAmong(facts.members());
    }
  }

  /** A string constant. */
  record OfText(Wording text) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return text.isAmong(facts.strings());
    }
  }

  /** Who has more words than that has a table of them, and no wish. */
  long MOST_WISHES = 4;

  /** A string constant that is one of many words, in whatever case. */
  record OfWords(Set<String> words) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      Set<String> found = new HashSet<>();
      for (String text : facts.strings()) {
        String word = text.toLowerCase(Locale.ROOT);
        if (words.contains(word)) {
          found.add(word);
        }
      }
      return !found.isEmpty() && found.size() <= MOST_WISHES;
    }
  }

  /**
   * A string constant that is a language tag, such as {@code de} or {@code de-AT}. Beside {@code
   * Transfer-Encoding}, {@code TE} is no Telugu but a header of HTTP (RFC 9110, section 10.1.4).
   */
  record OfLanguage(Set<String> languages) implements Condition {

    private static final String HEADER = "te";
    private static final String NEXT_HEADER = "transfer-encoding";

    @Override
    public boolean holds(Facts facts) {
      Set<String> found = new HashSet<>();
      boolean hasHeaders = false;
      for (String tag : facts.strings()) {
        hasHeaders |= tag.equalsIgnoreCase(NEXT_HEADER);
        if (tag.length() == 2 || (tag.length() == 5 && "-_".indexOf(tag.charAt(2)) >= 0)) {
          String language = tag.substring(0, 2).toLowerCase(Locale.ROOT);
          if (languages.contains(language)) {
            found.add(language);
          }
        }
      }
      if (hasHeaders) {
        found.remove(HEADER);
      }
      return !found.isEmpty() && found.size() <= MOST_WISHES;
    }
  }

  /** A file on the class path; holds for no class. */
  record OfFile(Glob name) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return false;
    }
  }

  /** One of several. */
  record Any(List<Condition> conditions) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      for (Condition condition : conditions) {
        if (condition.holds(facts)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * A word, or the begin of one.
   *
   * @param text the word without the {@code *}
   * @param isPrefix whether more may follow
   */
  record Wording(String text, boolean isPrefix) {

    static Wording of(String text) {
      return text.endsWith("*")
          ? new Wording(text.substring(0, text.length() - 1), true)
          : new Wording(text, false);
    }

    boolean isAmong(Set<String> words) {
      if (!isPrefix) {
        return words.contains(text);
      }
      for (String word : words) {
        if (word.startsWith(text)) {
          return true;
        }
      }
      return false;
    }
  }
}
