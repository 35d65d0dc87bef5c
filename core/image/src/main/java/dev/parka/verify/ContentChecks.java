package dev.parka.verify;

import dev.parka.oci.ArchiveConfig;
import dev.parka.oci.ArchiveEntry;
import dev.parka.oci.ArchiveEntry.Kind;
import dev.parka.verify.evidence.FoundSecret;
import dev.parka.verify.evidence.ImageEvidence;
import dev.parka.verify.evidence.JarSecrets;
import dev.parka.verify.evidence.SecretPatterns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an image holds what nobody should have who has the image. */
final class ContentChecks {

  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "zsh", "ksh", "busybox", "csh", "fish", "toybox");
  private static final Set<String> PACKAGE_MANAGERS =
      Set.of(
          "apt",
          "apt-get",
          "dpkg",
          "apk",
          "yum",
          "dnf",
          "microdnf",
          "rpm",
          "zypper",
          "pacman",
          "pip",
          "pip3",
          "npm");
  private static final Pattern PROGRAM =
      Pattern.compile("(?:/usr)?(?:/local)?/s?bin/([^/]+)|/busybox/([^/]+)");

  /** What is no tool: the launcher, and what runs beside it. */
  private static final Set<String> LAUNCHERS = Set.of("java");

  private static final int SHOWN = 6;
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?:^|[\\s'\"])(?:ARG|ENV|export)?\\s*([A-Za-z_][A-Za-z0-9_]*)=([^\\s'\"]+)");

  private ContentChecks() {}

  /** Looks for programs. */
  static void programs(ImageEvidence evidence, Optional<String> home, Findings findings) {
    Set<String> shells = new TreeSet<>();
    Set<String> managers = new TreeSet<>();
    Set<String> tools = new TreeSet<>();
    for (ArchiveEntry entry : evidence.tree().entries()) {
      if (entry.kind() == Kind.DIRECTORY) {
        continue;
      }
      String path = entry.path().value();
      Matcher program = PROGRAM.matcher(path);
      if (program.matches()) {
        String name = program.group(1) == null ? program.group(2) : program.group(1);
        if (SHELLS.contains(name)) {
          shells.add(path);
        } else if (PACKAGE_MANAGERS.contains(name)) {
          managers.add(path);
        }
      } else if (home.isPresent()
          && path.startsWith(home.get() + "/bin/")
          && !LAUNCHERS.contains(path.substring(path.lastIndexOf('/') + 1))) {
        tools.add(path);
      }
    }
    report(VerifyProblem.SHELL_IN_IMAGE, "no shell", shells, findings);
    report(VerifyProblem.PACKAGE_MANAGER_IN_IMAGE, "no package manager", managers, findings);
    report(VerifyProblem.JDK_TOOLS_IN_IMAGE, "no tools beside java", tools, findings);
    findings.ran(Check.PROGRAMS);
  }

  private static void report(
      VerifyProblem id, String expected, Set<String> found, Findings findings) {
    if (!found.isEmpty()) {
      List<String> paths = new ArrayList<>(found);
      String more = paths.size() > SHOWN ? " and " + (paths.size() - SHOWN) + " more" : "";
      findings.add(
          id,
          paths.get(0),
          expected,
          String.join(", ", paths.subList(0, Math.min(SHOWN, paths.size()))) + more);
    }
  }

  /** Looks for secrets. */
  static void secrets(ImageEvidence evidence, Optional<ArchiveConfig> config, Findings findings)
      throws IOException {
    for (FoundSecret secret : evidence.secrets()) {
      findings.add(VerifyProblem.SECRET_FOUND, secret.path(), "no secret", secret.kind());
    }
    for (FoundSecret secret : JarSecrets.in(evidence)) {
      findings.add(VerifyProblem.SECRET_FOUND, secret.path(), "no secret", secret.kind());
    }
    config.ifPresent(c -> settings(c, findings));
    findings.ran(Check.SECRETS);
  }

  private static void settings(ArchiveConfig config, Findings findings) {
    ArchiveConfig.Container container = config.container();
    for (String line : container.environment()) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        setting(
            "config.Env." + line.substring(0, equals),
            line.substring(0, equals),
            line.substring(equals + 1),
            findings);
      }
    }
    container
        .labels()
        .forEach((key, value) -> setting("config.Labels." + key, key, value, findings));
    words("config.Entrypoint", container.process().entrypoint(), findings);
    words("config.Cmd", container.process().arguments(), findings);
    for (int i = 0; i < config.history().size(); i++) {
      String command = config.history().get(i).createdBy().orElse("");
      String subject = "config.history[" + i + "]";
      Set<String> kinds = new TreeSet<>(SecretPatterns.in(command));
      Matcher assignment = ASSIGNMENT.matcher(command);
      while (assignment.find()) {
        SecretPatterns.inSetting(assignment.group(1), assignment.group(2)).ifPresent(kinds::add);
      }
      kinds.forEach(kind -> secret(subject, kind, findings));
    }
  }

  private static void words(String subject, List<String> words, Findings findings) {
    for (String word : words) {
      int equals = word.indexOf('=');
      String name = equals > 0 && word.startsWith("-") ? word.substring(0, equals) : "";
      setting(subject, name, equals > 0 ? word.substring(equals + 1) : word, findings);
    }
  }

  private static void setting(String subject, String name, String value, Findings findings) {
    SecretPatterns.inSetting(name, value).ifPresent(kind -> secret(subject, kind, findings));
  }

  private static void secret(String subject, String kind, Findings findings) {
    findings.add(VerifyProblem.SECRET_FOUND, subject, "no secret", kind);
  }
}
