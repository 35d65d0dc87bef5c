package dev.parka.runtime.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConditionTest {

  private static final Set<String> CHARSETS = WordList.words("charsets.txt");
  private static final Set<String> LANGUAGES = WordList.words("languages.txt");

  @Test
  void findsClassesAndMembersByNameOrBegin() {
    Facts facts =
        new Facts(Set.of("p.q.C"), Set.of("p.q.C.getName"), Set.of("jar:file:/x", "plain"));

    assertThat(new Condition.OfClass(Condition.Wording.of("p.q.C")).holds(facts)).isTrue();
    assertThat(new Condition.OfClass(Condition.Wording.of("p.q.*")).holds(facts)).isTrue();
    assertThat(new Condition.OfClass(Condition.Wording.of("p.q")).holds(facts)).isFalse();
    assertThat(new Condition.OfMember(Condition.Wording.of("p.q.C.get*")).holds(facts)).isTrue();
    assertThat(new Condition.OfMember(Condition.Wording.of("p.q.C.get")).holds(facts)).isFalse();
    assertThat(new Condition.OfText(Condition.Wording.of("jar:file:*")).holds(facts)).isTrue();
    assertThat(new Condition.OfText(Condition.Wording.of("plai")).holds(facts)).isFalse();
    assertThat(new Condition.OfFile(Glob.of("plain")).holds(facts)).isFalse();
  }

  @Test
  void takesFewWordsForAWishAndManyForATable() {
    Condition charset = new Condition.OfWords(CHARSETS);
    List<String> words = new TreeSet<>(CHARSETS).stream().limit(5).toList();

    assertThat(charset.holds(strings(List.of()))).isFalse();
    assertThat(charset.holds(strings(List.of("no charset")))).isFalse();
    assertThat(charset.holds(strings(List.of("IBM500")))).isTrue();
    assertThat(charset.holds(strings(words.subList(0, 4)))).isTrue();
    assertThat(charset.holds(strings(words))).isFalse();
    assertThat(charset.holds(strings(List.of("ibm500", "IBM500", "Ibm500", "iBm500", "ibM500"))))
        .isTrue();
  }

  @Test
  void findsLanguagesByTheirTags() {
    Condition language = new Condition.OfLanguage(LANGUAGES);

    for (String tag : List.of("de", "DE", "de-AT", "de_AT", "fr")) {
      assertThat(language.holds(strings(List.of(tag)))).as(tag).isTrue();
    }
    for (String tag : List.of("en", "en-US", "xx", "deu", "de.AT", "d", "")) {
      assertThat(language.holds(strings(List.of(tag)))).as(tag).isFalse();
    }
    assertThat(language.holds(strings(List.of("de", "fr", "it", "ja")))).isTrue();
    assertThat(language.holds(strings(List.of("de", "fr", "it", "ja", "ko")))).isFalse();
  }

  @Test
  void takesNoHeaderOfHttpForALanguage() {
    Condition language = new Condition.OfLanguage(LANGUAGES);

    assertThat(language.holds(strings(List.of("TE")))).isTrue();
    assertThat(language.holds(strings(List.of("TE", "Transfer-Encoding")))).isFalse();
    assertThat(language.holds(strings(List.of("te", "transfer-encoding", "de")))).isTrue();
  }

  @Test
  void knowsEveryCharsetOfTheModule() {
    Set<String> missing = new TreeSet<>();
    for (Charset charset : Charset.availableCharsets().values()) {
      if (isOf("jdk.charsets", charset)) {
        Set<String> names = new HashSet<>(charset.aliases());
        names.add(charset.name());
        names.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(name -> !CHARSETS.contains(name))
            .forEach(missing::add);
      }
    }
    assertThat(missing).allMatch(name -> name.matches("[0-9-]+") || name.length() <= 4);
  }

  @Test
  void knowsNoCharsetOfTheBaseModule() {
    // Which module has those of Solaris depends on the platform and the version.
    assertThat(
            CHARSETS.stream()
                .filter(Charset::isSupported)
                .filter(name -> !name.matches(".*(solaris|pck|jp-open)"))
                .filter(name -> isOf("java.base", Charset.forName(name)))
                .sorted())
        .isEmpty();
  }

  @Test
  void knowsEveryLanguageOfTheModule() {
    Set<String> languages = new TreeSet<>();
    for (Locale locale : Locale.getAvailableLocales()) {
      if (locale.getLanguage().length() == 2 && !locale.getLanguage().equals("en")) {
        languages.add(locale.getLanguage());
      }
    }
    assertThat(LANGUAGES).containsAll(languages).doesNotContain("en");
  }

  private static boolean isOf(String module, Charset charset) {
    return charset.getClass().getModule().getName().equals(module);
  }

  private static Facts strings(List<String> strings) {
    return new Facts(Set.of(), Set.of(), Set.copyOf(strings));
  }
}
