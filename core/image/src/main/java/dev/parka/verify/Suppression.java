package dev.parka.verify;

import dev.parka.oci.ArchiveProblem;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.modules.NearMisses;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Findings that are known and meant, with the reason for it. They stay in the report, and count no
 * more.
 *
 * @param id which findings, such as {@code ShellInImage}
 * @param subject which subjects, in which {@code *} stands for any text; {@code *} for all
 * @param reason why that is good
 */
public record Suppression(String id, String subject, String reason) {

  /**
   * Checks it.
   *
   * @throws ParkaException [BadSuppression] if there is no such finding or no reason
   */
  public Suppression {
    SortedSet<String> known = known();
    if (!known.contains(id)) {
      throw bad(
          "'" + Printable.of(id) + "' is nothing that verification finds",
          NearMisses.question(id, known, "docs/errors has the names"));
    }
    if (reason.isBlank()) {
      throw bad("the suppression of " + id + " has no reason", "write one after '='");
    }
  }

  /** A suppression of all findings of a kind. */
  public static Suppression of(String id, String reason) {
    return new Suppression(id, "*", reason);
  }

  /**
   * Reads {@code Id=reason} or {@code Id:subject=reason}.
   *
   * @throws ParkaException [BadSuppression] if it is something else
   */
  public static Suppression parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw bad("'" + Printable.of(text) + "' has no reason", "write <Id>[:<subject>]=<reason>");
    }
    String what = text.substring(0, equals);
    int colon = what.indexOf(':');
    return new Suppression(
        colon < 0 ? what : what.substring(0, colon),
        colon < 0 ? "*" : what.substring(colon + 1),
        text.substring(equals + 1).strip());
  }

  /** Whether it is about a finding. */
  boolean covers(Finding finding) {
    return finding.id().id().equals(id)
        && Pattern.matches(("\\Q" + subject + "\\E").replace("*", "\\E.*\\Q"), finding.subject());
  }

  private static SortedSet<String> known() {
    SortedSet<String> known = new TreeSet<>();
    for (VerifyProblem problem : VerifyProblem.values()) {
      known.add(problem.id());
    }
    for (ArchiveProblem problem : ArchiveProblem.values()) {
      known.add(problem.id());
    }
    return known;
  }

  private static ParkaException bad(String fact, String fix) {
    return new ParkaException(VerifyProblem.BAD_SUPPRESSION, fact, fix);
  }
}
