package dev.parka.spec;

import dev.parka.runtime.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Spots values that look like secrets; whoever has the image can read them. */
final class Secrets {

  private static final Pattern NAME =
      Pattern.compile(".*(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIAL).*");
  private static final Pattern VALUE =
      Pattern.compile(
          "(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|xox[baprs]-[A-Za-z0-9-]{10,}"
              + "|eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\..*|-----BEGIN .*PRIVATE KEY.*"
              + "|[a-z][a-z0-9+.-]*://[^/@:]+:[^/@]+@.*)");

  private Secrets() {}

  /** A warning if the value is not empty and its name or shape is that of a secret. */
  static Optional<Problem> find(String what, String name, String value) {
    String upper = name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    boolean named = NAME.matcher(upper).matches() && !upper.endsWith("_FILE");
    if (value.isEmpty() || !(named || VALUE.matcher(value).matches())) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            SpecProblem.SECRET_IN_IMAGE,
            "the value of the " + what + " " + name + " looks like a secret",
            "pass it when the container is started: whoever has the image can read it"));
  }
}
