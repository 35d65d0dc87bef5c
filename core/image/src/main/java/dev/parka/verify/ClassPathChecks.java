package dev.parka.verify;

import dev.parka.oci.ArchiveEntry;
import dev.parka.oci.ArchiveEntry.Kind;
import dev.parka.verify.evidence.ImageEvidence;
import dev.parka.verify.jvm.JavaCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;

/** Whether what the command launches is there. */
final class ClassPathChecks {

  private ClassPathChecks() {}

  /**
   * The application as the class path has it.
   *
   * @param jars the jars by their paths in the image, in order; empty where the class path has what
   *     is no jar, such as a directory
   * @param mainClass what is launched
   * @param entries the files of the class path, in order
   */
  record Application(
      Map<String, Path> jars, Optional<String> mainClass, List<ArchiveEntry> entries) {}

  static Application run(JavaCommand command, ImageEvidence evidence, Findings findings)
      throws IOException {
    for (String file : command.missingFiles()) {
      findings.add(VerifyProblem.MISSING_ARGUMENT_FILE, file, "an argument file", "nothing");
    }
    Map<String, Path> jars = new LinkedHashMap<>();
    List<ArchiveEntry> entries = new ArrayList<>();
    boolean areJars = command.missingFiles().isEmpty();
    for (String path : expand(command.classPath(), evidence)) {
      Optional<ArchiveEntry> entry = evidence.real(path);
      if (entry.isEmpty()) {
        findings.add(
            VerifyProblem.MISSING_CLASS_PATH_ENTRY, path, "an entry of the class path", "nothing");
        areJars = false;
      } else if (entry.get().kind() == Kind.REGULAR_FILE) {
        entries.add(entry.get());
        areJars &= jar(path, evidence, jars, findings);
      } else {
        areJars = false;
      }
    }
    Optional<String> main = mainClass(command, jars);
    if (areJars && !jars.isEmpty() && main.isPresent() && !holds(jars, main.get())) {
      findings.add(
          VerifyProblem.MISSING_MAIN_CLASS,
          main.get(),
          "a class of the class path",
          "none in " + jars.size() + (jars.size() == 1 ? " jar" : " jars"));
    }
    findings.ran(Check.CLASS_PATH);
    return new Application(areJars ? jars : Map.of(), main, entries);
  }

  private static boolean jar(
      String path, ImageEvidence evidence, Map<String, Path> jars, Findings findings)
      throws IOException {
    Optional<Path> file = evidence.file(path);
    if (file.isPresent()) {
      try (JarFile jar = new JarFile(file.get().toFile())) {
        jar.getManifest();
        jars.put(path, file.get());
        return true;
      } catch (ZipException | IllegalArgumentException e) {
        findings.add(VerifyProblem.DAMAGED_FILE, path, "a jar", String.valueOf(e.getMessage()));
      }
    } else if (path.endsWith(".jar") && evidence.isWhole()) {
      findings.add(VerifyProblem.DAMAGED_FILE, path, "a jar", "a file of another kind");
    }
    return false;
  }

  /** A wildcard stands for the jars of a directory. */
  private static List<String> expand(List<String> classPath, ImageEvidence evidence) {
    List<String> all = new ArrayList<>();
    for (String path : classPath) {
      if (!path.endsWith("/*")) {
        all.add(path);
        continue;
      }
      String directory = path.substring(0, path.length() - 1);
      evidence.tree().entries().stream()
          .map(entry -> entry.path().value())
          .filter(
              file ->
                  file.startsWith(directory)
                      && file.indexOf('/', directory.length()) < 0
                      && file.endsWith(".jar"))
          .forEach(all::add);
    }
    return all;
  }

  private static Optional<String> mainClass(JavaCommand command, Map<String, Path> jars)
      throws IOException {
    if (command.target().isEmpty()) {
      return Optional.empty();
    }
    JavaCommand.Target target = command.target().get();
    if (target.kind() == JavaCommand.Target.Kind.MAIN_CLASS) {
      return Optional.of(target.name());
    }
    if (target.kind() == JavaCommand.Target.Kind.MODULE) {
      int slash = target.name().indexOf('/');
      return slash < 0 ? Optional.empty() : Optional.of(target.name().substring(slash + 1));
    }
    Path file = jars.get(target.name());
    if (file == null) {
      return Optional.empty();
    }
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      return manifest == null
          ? Optional.empty()
          : Optional.ofNullable(manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS));
    }
  }

  private static boolean holds(Map<String, Path> jars, String mainClass) throws IOException {
    String name = mainClass.replace('.', '/') + ".class";
    for (Path file : jars.values()) {
      try (JarFile jar = new JarFile(file.toFile())) {
        // The class path of a manifest is not followed; what it leads to may have the class.
        if (jar.getEntry(name) != null || hasClassPath(jar)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasClassPath(JarFile jar) throws IOException {
    Manifest manifest = jar.getManifest();
    return manifest != null
        && manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH) != null;
  }
}
