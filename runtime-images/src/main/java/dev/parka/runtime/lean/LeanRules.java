package dev.parka.runtime.lean;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code rules.txt} says, as far as its conditions hold for an application. */
final class LeanRules {

  private final List<Rule> cuts;
  private final List<Rule> keeps;
  private final List<Rule> drops;
  private final Map<String, List<Rule>> cutsOf = new HashMap<>();

  /** One rule: its conditions hold none of the names that conditions have. */
  record Rule(
      Verb verb, NamePattern pattern, NamePattern other, List<String> conditions, String why) {}

  /** What a rule does. */
  enum Verb {
    CUT,
    KEEP,
    DROP
  }

  LeanRules(List<Rule> rules, LeanFacts facts) {
    this.cuts =
        rules.stream()
            .filter(r -> r.verb() == Verb.CUT && !facts.anyHolds(r.conditions()))
            .toList();
    this.keeps =
        rules.stream()
            .filter(
                r ->
                    r.verb() == Verb.KEEP
                        && (r.conditions().isEmpty() || facts.anyHolds(r.conditions())))
            .toList();
    this.drops = rules.stream().filter(r -> r.verb() == Verb.DROP).toList();
  }

  List<Rule> keeps() {
    return keeps;
  }

  List<Rule> drops() {
    return drops;
  }

  /** Whether a class, or a method of it, does not run when this class asks for it. */
  boolean isCut(String name, String method, @Nullable LeanType by) {
    List<Rule> rules = cutsOf.get(name);
    if (rules == null) {
      rules = cuts.stream().filter(rule -> rule.pattern().isAbout(name)).toList();
      cutsOf.put(name, rules);
    }
    for (Rule rule : rules) {
      if (rule.pattern().matches(name, method) && isBy(rule, by)) {
        return true;
      }
    }
    return false;
  }

  /** What is cut off may call itself. */
  private static boolean isBy(Rule rule, @Nullable LeanType by) {
    return rule.other().isEmpty()
        || (by != null && rule.other().isAbout(by.name) && !rule.pattern().isAbout(by.name));
  }
}
