package dev.parka.verify;

import dev.parka.oci.ArchiveEntry;
import dev.parka.verify.evidence.ImageEvidence;
import dev.parka.verify.jvm.ArchiveHeader;
import dev.parka.verify.jvm.ArchiveHeader.Recorded;
import dev.parka.verify.jvm.JavaCommand;
import dev.parka.verify.jvm.JavaFlag;
import dev.parka.verify.jvm.NativeStrings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether start-up archives are there, were made by this very JVM, and from these very jars: one
 * that was not is passed over without a word, and the application starts as slowly as without it.
 */
final class StartupChecks {

  private static final String SHARED = "-XX:SharedArchiveFile=";
  private static final String CACHE = "-XX:AOTCache=";
  private static final String MODULES = "/lib/modules";

  private final ImageEvidence evidence;
  private final String home;
  private final Findings findings;
  private final List<String> expected = new ArrayList<>();

  StartupChecks(ImageEvidence evidence, String home, Findings findings) {
    this.evidence = evidence;
    this.home = home;
    this.findings = findings;
  }

  /** Looks at the archives that flags name, and at the JVM's own. */
  void run(Optional<JavaCommand> command, List<ArchiveEntry> classPath) throws IOException {
    String own = home + "/lib/server/classes.jsa";
    List<String> named = new ArrayList<>();
    for (JavaFlag flag : command.map(JavaCommand::flags).orElse(List.of())) {
      Optional<String> value = flag.after(SHARED).or(() -> flag.after(CACHE));
      if (value.isPresent() && flag.isKnown()) {
        // A dynamic archive is named with the static one below it before it.
        named.addAll(List.of(value.get().split(":", -1)));
      }
    }
    for (String path : named) {
      Optional<ArchiveEntry> real = evidence.real(path);
      if (real.isEmpty()) {
        findings.add(VerifyProblem.MISSING_ARCHIVE, path, "a start-up archive", "nothing");
      } else {
        expected.add(real.get().path().value());
        archive(path, path.equals(own) ? List.of() : classPath);
      }
    }
    if (!named.contains(own) && evidence.real(own).isPresent()) {
      archive(own, List.of());
      if (named.isEmpty()) {
        expected.add(own);
      }
    }
    findings.ran(Check.STARTUP);
  }

  /** The archives that the JVM is to use. */
  List<String> expected() {
    return List.copyOf(expected);
  }

  private void archive(String path, List<ArchiveEntry> classPath) throws IOException {
    Optional<Path> file = evidence.file(path);
    Optional<ArchiveHeader> header =
        file.isPresent() ? ArchiveHeader.read(file.get()) : Optional.empty();
    if (header.isEmpty()) {
      findings.add(
          VerifyProblem.DAMAGED_FILE, path, "a start-up archive", "a file of another kind");
      return;
    }
    Optional<String> maker = header.get().maker();
    Optional<Path> virtualMachine = evidence.file(home + "/lib/server/libjvm.so");
    if (maker.isEmpty()) {
      findings.add(VerifyProblem.DAMAGED_FILE, path, "a start-up archive", "no JVM's name in it");
      return;
    }
    if (virtualMachine.isPresent()
        && !NativeStrings.lacking(virtualMachine.get(), Set.of(maker.get())).isEmpty()) {
      findings.add(
          VerifyProblem.FOREIGN_ARCHIVE, path, "an archive of this image's JVM", maker.get());
      return;
    }
    Optional<ArchiveEntry> modules =
        evidence.real(home + MODULES).filter(entry -> header.get().isStatic());
    List<Recorded> wanted = new ArrayList<>();
    modules.ifPresent(entry -> wanted.add(new Recorded(0, entry.size())));
    classPath.forEach(jar -> wanted.add(recorded(jar)));
    Set<Recorded> lacks = header.get().lacks(wanted);
    if (modules.isPresent() && lacks.contains(wanted.get(0))) {
      findings.add(
          VerifyProblem.FOREIGN_ARCHIVE,
          path,
          "an archive of lib/modules of " + modules.get().size() + " bytes",
          "one of other modules");
      return;
    }
    classPath.stream()
        .filter(jar -> lacks.contains(recorded(jar)))
        .findFirst()
        .ifPresent(
            jar ->
                findings.add(
                    VerifyProblem.STALE_ARCHIVE,
                    path,
                    jar.path() + " of " + jar.size() + " bytes and " + jar.metadata().modified(),
                    "an archive of other jars"));
  }

  private static Recorded recorded(ArchiveEntry jar) {
    return new Recorded(jar.metadata().modified().getEpochSecond(), jar.size());
  }
}
