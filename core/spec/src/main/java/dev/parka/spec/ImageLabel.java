package dev.parka.spec;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One label of an image.
 *
 * @param key letters, digits, {@code .}, {@code _}, {@code -} and {@code /}
 * @param value one line of text, which may be empty
 */
public record ImageLabel(String key, String value) {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?");

  /** Labels of these prefixes are orders to a container run-time (CVE-2026-53488). */
  private static final List<String> RESERVED =
      List.of("containerd.io/", "io.containerd.", "io.cri-containerd");

  /**
   * Checks both.
   *
   * @throws ParkaException [BadLabelKey], [ReservedLabel] or [BadText]
   */
  public ImageLabel {
    if (!KEY.matcher(key).matches()) {
      throw new ParkaException(
          SpecProblem.BAD_LABEL_KEY,
          "'" + Printable.of(key) + "' is no label key",
          "use letters, digits, '.', '_', '-' and '/', as in org.opencontainers.image.source");
    }
    if (RESERVED.stream().anyMatch(key::startsWith)) {
      throw new ParkaException(
          SpecProblem.RESERVED_LABEL,
          "the label " + key + " belongs to the container run-time",
          "use a key of your own domain");
    }
    Text.check("the value of the label " + key, value);
  }
}
