package dev.parka.verify.evidence;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What secrets look like. Only what is all but certain counts: forms with a prefix of their own,
 * and values whose name says that they are secret. What is found is named and never repeated.
 */
public final class SecretPatterns {

  private static final String PRIVATE_KEY = "a private key";

  /** By the literal that each form has, which is looked for first. */
  private static final Map<String, Form> FORMS = forms();

  private static final Pattern NAMED =
      Pattern.compile(
          "(?im)^[ \\t]*(?:export[ \\t]+)?\"?[\\w.-]*"
              + "(?:password|passwd|secret|token|api[_-]?key|private[_-]?key)\"?[ \\t]*[=:]"
              + "[ \\t]*[\"']?([^\\s\"',]{6,})[\"']?,?[ \\t]*$");

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          ".*(?:PASSWORD|PASSWD|PASSPHRASE)"
              + "|(?:.*[_.-])?(?:SECRET|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIALS?)");

  private static final Pattern REFERENCE =
      Pattern.compile(
          "[$<{%/*].*|ENC\\(.*|file:.*|changeit|null|none|true|false|.*\\$\\{.*|.*_FILE");

  /**
   * What ends an example: AWS has such keys in its documentation, that they be told from true ones,
   * and hosts of these names are nobody's (RFC 2606).
   */
  private static final Pattern EXAMPLE =
      Pattern.compile("(?:EXAMPLE|[@.](?:example(?:\\.(?:com|net|org))?|invalid)\\.?)$");

  /** Files in which a line with a name and a value is a setting of the application. */
  private static final Set<String> SETTINGS = Set.of("properties", "yml", "yaml", "env");

  private SecretPatterns() {}

  private record Form(String kind, Pattern pattern) {}

  private static Map<String, Form> forms() {
    Map<String, Form> forms = new LinkedHashMap<>();
    // A key in a text about keys has no line of the key itself behind its first line.
    forms.put(
        "PRIVATE KEY",
        new Form(
            PRIVATE_KEY,
            Pattern.compile(
                "-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\\\\n|\\s)+"
                    + "(?:[A-Za-z-]+: [^\\n]+\\s+)*[A-Za-z0-9+/=]{40,}")));
    forms.put("AKIA", new Form("an AWS access key", Pattern.compile("\\bAKIA[A-Z2-7]{16}\\b")));
    forms.put("ASIA", new Form("an AWS access key", Pattern.compile("\\bASIA[A-Z2-7]{16}\\b")));
    forms.put(
        "aws_secret_access_key",
        new Form(
            "an AWS secret key",
            Pattern.compile("aws_secret_access_key\"?\\s*[=:]\\s*\"?[A-Za-z0-9/+]{40}\\b")));
    for (String prefix : new String[] {"ghp_", "gho_", "ghu_", "ghs_", "ghr_"}) {
      forms.put(
          prefix, new Form("a GitHub token", Pattern.compile("\\b" + prefix + "[A-Za-z0-9]{36}")));
    }
    forms.put(
        "github_pat_",
        new Form("a GitHub token", Pattern.compile("\\bgithub_pat_[A-Za-z0-9_]{60,}")));
    forms.put("glpat-", new Form("a GitLab token", Pattern.compile("\\bglpat-[A-Za-z0-9_-]{20,}")));
    forms.put(
        "xox",
        new Form("a Slack token", Pattern.compile("\\bxox[baprs]-[0-9]{8,}-[0-9A-Za-z-]{10,}")));
    forms.put("AIza", new Form("a Google API key", Pattern.compile("\\bAIza[0-9A-Za-z_-]{35}\\b")));
    forms.put("sk_live_", new Form("a Stripe key", Pattern.compile("\\bsk_live_[0-9A-Za-z]{24,}")));
    forms.put("npm_", new Form("an npm token", Pattern.compile("\\bnpm_[A-Za-z0-9]{36}\\b")));
    forms.put(
        "_authToken",
        new Form("an npm token", Pattern.compile("_authToken\\s*=\\s*[A-Za-z0-9_-]{20,}")));
    forms.put(
        "://",
        new Form(
            "a password in an address",
            Pattern.compile(
                "\\b[a-z][a-z0-9+]{1,20}://[\\w.~%-]{1,64}:(?![$<{%*])[^\\s/@:\"'$<>{}]{3,64}@[\\w.-]{3,}")));
    return forms;
  }

  /** The kinds of secrets in a text of any kind. */
  public static Collection<String> in(String text) {
    Set<String> kinds = new TreeSet<>();
    FORMS.forEach(
        (literal, form) -> {
          if (text.contains(literal)) {
            Matcher found = form.pattern().matcher(text);
            while (found.find()) {
              if (!EXAMPLE.matcher(found.group()).find()) {
                kinds.add(form.kind());
              }
            }
          }
        });
    return kinds;
  }

  /** The kinds of secrets in a file of this name. */
  public static Collection<String> inFile(String path, String text) {
    Set<String> kinds = new TreeSet<>(in(text));
    String name = path.substring(path.lastIndexOf('/') + 1);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    if (SETTINGS.contains(extension)) {
      Matcher line = NAMED.matcher(text);
      while (line.find()) {
        if (!REFERENCE.matcher(line.group(1)).matches()) {
          kinds.add("a password or token");
        }
      }
    }
    boolean isLogin =
        switch (name) {
          case ".netrc" -> text.contains("password ");
          case ".git-credentials", ".pgpass" -> !text.isBlank();
          case "config.json", ".dockercfg" ->
              text.contains("\"auth\"") && text.contains("\"auths\"");
          case "shadow" -> Pattern.compile("(?m)^[^:]+:\\$[0-9a-z]+\\$").matcher(text).find();
          default -> false;
        };
    if (isLogin) {
      kinds.add("a login");
    }
    return kinds;
  }

  /** What kind of secret a variable, a label or a system property holds; empty if none. */
  public static Optional<String> inSetting(String name, String value) {
    Optional<String> form = in(value).stream().findFirst();
    if (form.isPresent()) {
      return form;
    }
    boolean isNamed = SECRET_NAME.matcher(name.toUpperCase(Locale.ROOT)).matches();
    return isNamed && value.length() >= 3 && !REFERENCE.matcher(value).matches()
        ? Optional.of("a password or token")
        : Optional.empty();
  }
}
