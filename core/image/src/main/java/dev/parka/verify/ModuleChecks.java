package dev.parka.verify;

import dev.parka.plan.ImagePlan;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.jdk.JdkFiles;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.verify.evidence.ImageEvidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The run-time image in an image: which modules it says that it has, and which it has. */
final class ModuleChecks {

  private static final Pattern RELEASE = Pattern.compile("(?m)^MODULES=\"([^\"]*)\"");
  private static final String DESCRIPTOR = "/module-info.class";
  private static final String MODULES = "/lib/modules";

  private ModuleChecks() {}

  /**
   * A run-time image that was kept.
   *
   * @param path where it lies in the image, such as {@code /opt/java}
   * @param home a directory of this machine with the same modules
   * @param modules the modules that are linked
   */
  record LinkedRuntime(String path, Path home, SortedSet<String> modules) {}

  /**
   * Looks at the run-time image that is launched, or at the only one.
   *
   * @param home where the launcher says that it is, if there is a launcher
   */
  static Optional<LinkedRuntime> run(
      ImageEvidence evidence, Optional<String> home, Optional<ImagePlan> plan, Findings findings)
      throws IOException {
    List<String> homes =
        evidence.kept().keySet().stream()
            .filter(path -> path.endsWith(MODULES))
            .map(path -> path.substring(0, path.length() - MODULES.length()))
            .toList();
    String path = home.filter(homes::contains).orElse(homes.size() == 1 ? homes.get(0) : "");
    if (path.isEmpty()) {
      plan.ifPresent(
          p ->
              findings.add(
                  VerifyProblem.MODULES_DIFFER,
                  p.files().java().parent().orElseThrow().parent().orElseThrow() + MODULES,
                  p.runtime().modules().names().size() + " root modules",
                  "no file"));
      return Optional.empty();
    }
    Optional<LinkedRuntime> runtime = read(evidence, path, findings);
    runtime.ifPresent(found -> compare(evidence, found, plan, findings));
    findings.ran(Check.MODULES);
    return runtime;
  }

  private static Optional<LinkedRuntime> read(
      ImageEvidence evidence, String path, Findings findings) throws IOException {
    Path home = evidence.scratch().resolve("home");
    Path modules = home.resolve("lib/modules");
    Files.createDirectories(modules.getParent());
    Files.createLink(modules, evidence.file(path + MODULES).orElseThrow());
    evidence.text(path + "/release").ifPresent(text -> write(home.resolve("release"), text));
    try {
      SortedSet<String> names = new TreeSet<>();
      for (String file : JdkFiles.sizes(home).keySet()) {
        if (file.endsWith(DESCRIPTOR)
            && file.indexOf('/', 1) == file.length() - DESCRIPTOR.length()) {
          names.add(file.substring(1, file.length() - DESCRIPTOR.length()));
        }
      }
      if (!names.contains("java.base")) {
        findings.add(
            VerifyProblem.DAMAGED_FILE, path + MODULES, "the modules of a JDK", "no java.base");
        return Optional.empty();
      }
      return Optional.of(new LinkedRuntime(path, home, names));
    } catch (ParkaException e) {
      findings.add(
          VerifyProblem.DAMAGED_FILE,
          path + MODULES,
          "the modules of a JDK",
          "a file that cannot be read as such");
    } catch (IOException e) {
      findings.add(
          VerifyProblem.DAMAGED_FILE,
          path + MODULES,
          "the modules of a JDK",
          String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compare(
      ImageEvidence evidence, LinkedRuntime runtime, Optional<ImagePlan> plan, Findings findings) {
    Optional<String> release = evidence.text(runtime.path() + "/release");
    Matcher said = RELEASE.matcher(release.orElse(""));
    if (said.find()) {
      SortedSet<String> declared = new TreeSet<>(List.of(said.group(1).strip().split("\\s+", -1)));
      declared.remove("");
      differ(runtime.path() + "/release", declared, runtime.modules(), "not linked", findings);
      differ(runtime.path() + MODULES, runtime.modules(), declared, "not declared", findings);
    }
    if (plan.isPresent()) {
      SortedSet<String> roots = new TreeSet<>();
      for (ModuleName name : plan.get().runtime().modules().names()) {
        roots.add(name.value());
      }
      differ("plan.modules", roots, runtime.modules(), "not linked", findings);
    }
  }

  private static void differ(
      String subject,
      SortedSet<String> wanted,
      SortedSet<String> there,
      String what,
      Findings findings) {
    SortedSet<String> missing = new TreeSet<>(wanted);
    missing.removeAll(there);
    for (String name : missing) {
      findings.add(VerifyProblem.MODULES_DIFFER, subject, name, what);
    }
  }
}
