package dev.parka.runtime;

/**
 * One problem, as users read it: {@code [NoMainMethod] com.acme.App has no main method; add one}.
 *
 * @param id the stable name
 * @param fact what is wrong, with its values
 * @param fix what to do about it
 */
public record Problem(ProblemId id, String fact, String fix) {

  /** Whether this problem stops the work. */
  public boolean isError() {
    return id.severity() == Severity.ERROR;
  }

  @Override
  public String toString() {
    return "[" + id.id() + "] " + fact + "; " + fix;
  }
}
