package dev.parka.verify;

import dev.parka.oci.ArchiveConfig;
import dev.parka.oci.ArchiveEntry;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.verify.ClassPathChecks.Application;
import dev.parka.verify.ModuleChecks.LinkedRuntime;
import dev.parka.verify.evidence.ImageEvidence;
import dev.parka.verify.jvm.JavaCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the Java in an image is whole: its modules, libraries, flags, archives and jars. */
final class RuntimeVerification {

  private static final String LAUNCHER = "/bin/java";

  private final VerificationRequest request;
  private final ImageEvidence evidence;
  private final Findings findings;
  private List<String> archives = List.of();

  RuntimeVerification(VerificationRequest request, ImageEvidence evidence, Findings findings) {
    this.request = request;
    this.evidence = evidence;
    this.findings = findings;
  }

  /** Looks; answers what could not be asked, and why. */
  List<String> run(Optional<ArchiveConfig> config) throws IOException {
    List<String> notes = new ArrayList<>();
    Optional<JavaCommand> command = config.flatMap(c -> JavaCommand.of(c.container(), evidence));
    Optional<String> launched =
        command
            .flatMap(JavaCommand::launcher)
            .map(path -> path.value())
            .filter(path -> path.endsWith(LAUNCHER))
            .map(path -> path.substring(0, path.length() - LAUNCHER.length()));
    Optional<LinkedRuntime> runtime =
        ModuleChecks.run(evidence, launched, request.plan(), findings);
    Optional<String> home = launched.or(() -> runtime.map(LinkedRuntime::path));
    ContentChecks.programs(evidence, home, findings);
    if (home.isPresent()) {
      LibraryChecks.run(evidence, home.get(), architecture(config), findings);
    }
    List<ArchiveEntry> classPath = List.of();
    if (command.isPresent()) {
      new FlagChecks(command.get(), findings).run(evidence, home, request.expectations().memory());
      Application application = ClassPathChecks.run(command.get(), evidence, findings);
      classPath = application.entries();
      if (request.expectations().references() && runtime.isPresent()) {
        ReferenceChecks.run(runtime.get(), application, evidence.scratch(), findings)
            .ifPresent(notes::add);
      }
    }
    if (home.isPresent()) {
      StartupChecks startup = new StartupChecks(evidence, home.get(), findings);
      startup.run(command, classPath);
      archives = startup.expected();
    }
    if (!evidence.isWhole()) {
      notes.add("the image has more modules, archives and jars than are looked into");
    }
    return notes;
  }

  /** The start-up archives that the JVM is to use, after it was looked for them. */
  List<String> archives() {
    return archives;
  }

  private static Optional<Architecture> architecture(Optional<ArchiveConfig> config) {
    return config.flatMap(ArchiveConfig::architecture).flatMap(Architecture::ofJdkName);
  }
}
