package dev.parka.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a registry asks for before it answers: a {@code WWW-Authenticate} header (RFC 7235, section
 * 4.1).
 *
 * @param scheme in lower case, such as {@code bearer}
 * @param parameters by name, in lower case
 */
record Challenge(String scheme, SortedMap<String, String> parameters) {

  private static final Pattern SCHEME =
      Pattern.compile("\\s*,?\\s*([A-Za-z][A-Za-z0-9-]*)(?=\\s|$)");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "\\s*,?\\s*([A-Za-z0-9_-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))");

  /** Copies the parameters. */
  Challenge {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /** Every challenge in some headers, as far as they can be understood. */
  static List<Challenge> parse(List<String> headers) {
    List<Challenge> challenges = new ArrayList<>();
    for (String header : headers) {
      int at = 0;
      Matcher scheme = SCHEME.matcher(header);
      while (scheme.find(at) && scheme.start() == at) {
        at = scheme.end();
        SortedMap<String, String> parameters = new TreeMap<>();
        Matcher parameter = PARAMETER.matcher(header);
        while (parameter.find(at) && parameter.start() == at) {
          String quoted = parameter.group(2);
          parameters.put(
              parameter.group(1).toLowerCase(Locale.ROOT),
              quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
          at = parameter.end();
        }
        challenges.add(new Challenge(scheme.group(1).toLowerCase(Locale.ROOT), parameters));
      }
    }
    return challenges;
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }
}
