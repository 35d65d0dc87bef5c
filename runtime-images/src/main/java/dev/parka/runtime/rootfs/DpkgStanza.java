package dev.parka.runtime.rootfs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paragraph of dpkg's data (deb-control(5)).
 *
 * @param fields the first line of each field, by the field's name
 */
record DpkgStanza(Map<String, String> fields) {

  private static final Pattern SOURCE = Pattern.compile("(\\S+)(?: \\((\\S+)\\))?");

  DpkgStanza {
    fields = Map.copyOf(fields);
  }

  /** All that are in a text; lines that go on, and what is none, are passed over. */
  static List<DpkgStanza> of(String text) {
    List<DpkgStanza> stanzas = new ArrayList<>();
    Map<String, String> fields = new HashMap<>();
    text.lines()
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              if (line.isBlank()) {
                add(fields, stanzas);
                fields.clear();
              } else if (colon > 0 && !Character.isWhitespace(line.charAt(0))) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
              }
            });
    add(fields, stanzas);
    return stanzas;
  }

  private static void add(Map<String, String> fields, List<DpkgStanza> stanzas) {
    if (fields.containsKey("Package") && fields.containsKey("Version")) {
      stanzas.add(new DpkgStanza(fields));
    }
  }

  /** Whether it is of this package, which may name an architecture, as in {@code libc6:amd64}. */
  boolean isNamed(String name) {
    String own = get("Package");
    return name.equals(own) || name.equals(own + ":" + get("Architecture"));
  }

  SystemPackage systemPackage() {
    return new SystemPackage(get("Package"), get("Version"), get("Architecture"));
  }

  /** What an image holds of it: few fields, in one order, as dpkg-query prints them, too. */
  String fragment() {
    Matcher source = SOURCE.matcher(get("Source"));
    boolean hasSource = source.matches();
    String sourcePackage = hasSource ? source.group(1) : get("Package");
    String version = hasSource && source.group(2) != null ? source.group(2) : get("Version");
    return "Package: "
        + get("Package")
        + "\nSource: "
        + sourcePackage
        + " ("
        + version
        + ")\nVersion: "
        + get("Version")
        + "\nArchitecture: "
        + get("Architecture")
        + "\nMaintainer: "
        + get("Maintainer")
        + "\n";
  }

  private String get(String field) {
    return fields.getOrDefault(field, "");
  }
}
