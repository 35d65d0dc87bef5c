package dev.parka.verify;

import dev.parka.runtime.elf.DynamicSection;
import dev.parka.runtime.elf.ElfFile;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.rootfs.LibraryCheck;
import dev.parka.verify.evidence.ImageEvidence;
import dev.parka.verify.evidence.NativeCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whether the native code of a run-time image, and all that it needs, finds what it needs: the
 * loader, each library by the loader's own rules (ld.so(8)), for the right processor, and with the
 * versions of symbols that are asked for. Native code elsewhere in an image is the affair of
 * whoever put it there, until something of the run-time image needs it.
 */
final class LibraryChecks {

  /** What musl answers itself, being one file. */
  private static final Pattern MUSL_ITSELF =
      Pattern.compile("lib(?:c|pthread|rt|m|dl|util|xnet)\\..*|libc\\.musl-.*");

  private final ImageEvidence evidence;
  private final Optional<Architecture> architecture;
  private final Findings findings;
  private final List<String> directories = new ArrayList<>();
  private final Set<String> loaded = new HashSet<>();
  private final SortedMap<String, String> missing = new TreeMap<>();
  private final SortedSet<String> seen = new TreeSet<>();
  private final Deque<String> todo = new ArrayDeque<>();
  private boolean isMusl;

  private LibraryChecks(
      ImageEvidence evidence, Optional<Architecture> architecture, Findings findings) {
    this.evidence = evidence;
    this.architecture = architecture;
    this.findings = findings;
  }

  /**
   * Looks at the native code of a run-time image.
   *
   * @param home where it lies in the image
   * @param architecture what the configuration says, if that is a processor that is known
   */
  static void run(
      ImageEvidence evidence, String home, Optional<Architecture> architecture, Findings findings) {
    new LibraryChecks(evidence, architecture, findings).run(home);
    findings.ran(Check.LIBRARIES);
  }

  private void run(String home) {
    evidence
        .natives()
        .forEach(
            (path, code) -> {
              if (path.startsWith(home + "/")) {
                loaded.add(path.substring(path.lastIndexOf('/') + 1));
                code.elf().flatMap(elf -> elf.dynamic().soname()).ifPresent(loaded::add);
                todo.add(path);
              }
            });
    loader(home + "/bin/java");
    while (!todo.isEmpty()) {
      String path = todo.remove();
      if (seen.add(path)) {
        look(path);
      }
    }
    missing.forEach(
        (name, who) -> findings.add(VerifyProblem.MISSING_LIBRARY, who, name, "nothing"));
  }

  private void loader(String launcher) {
    Optional<String> loader =
        evidence.nativeCode(launcher).flatMap(NativeCode::elf).flatMap(ElfFile::interpreter);
    isMusl = loader.isPresent() && loader.get().contains("ld-musl-");
    directories.addAll(configured());
    if (loader.isEmpty()) {
      return;
    }
    if (evidence.nativeCode(loader.get()).isPresent()) {
      todo.add(evidence.real(loader.get()).orElseThrow().path().value());
      return;
    }
    Optional<String> other =
        evidence.natives().keySet().stream()
            .filter(path -> path.matches(".*/(?:ld-linux[^/]*\\.so\\.\\d|ld-musl-[^/]*\\.so\\.1)"))
            .findFirst();
    if (other.isPresent()) {
      findings.add(VerifyProblem.WRONG_LIBC, launcher, loader.get(), other.get());
    } else {
      findings.add(VerifyProblem.MISSING_LIBRARY, launcher, loader.get(), "nothing");
    }
  }

  private List<String> configured() {
    List<String> all = new ArrayList<>();
    NavigableSet<String> files = new TreeSet<>();
    files.add("/etc/ld.so.conf");
    evidence.tree().entries().stream()
        .map(entry -> entry.path().value())
        .filter(path -> path.startsWith("/etc/ld.so.conf.d/") || path.startsWith("/etc/ld-musl-"))
        .forEach(files::add);
    for (String file : files) {
      for (String line : evidence.text(file).orElse("").split("[\\n:]", -1)) {
        if (line.startsWith("/")) {
          all.add(line.strip());
        }
      }
    }
    String machine = architecture.map(Architecture::jdkName).orElse("x86_64") + "-linux-gnu";
    all.addAll(
        isMusl
            ? List.of("/lib", "/usr/local/lib", "/usr/lib")
            : List.of(
                "/lib/" + machine,
                "/usr/lib/" + machine,
                "/lib64",
                "/usr/lib64",
                "/lib",
                "/usr/lib"));
    return all;
  }

  private void look(String path) {
    NativeCode code = evidence.natives().get(path);
    if (code == null) {
      return;
    }
    if (code.elf().isEmpty()) {
      findings.add(VerifyProblem.DAMAGED_FILE, path, "sound native code", code.damage());
      return;
    }
    ElfFile elf = code.elf().get();
    if (architecture.isPresent() && !elf.kind().architecture().equals(architecture)) {
      findings.add(
          VerifyProblem.WRONG_ARCHITECTURE,
          path,
          architecture.get().ociName(),
          code.processor().orElseThrow());
      return;
    }
    for (String name : elf.dynamic().needed()) {
      need(path, elf.dynamic(), name);
    }
  }

  private void need(String path, DynamicSection dynamic, String name) {
    Optional<String> found = find(path, dynamic, name);
    if (found.isPresent()) {
      todo.add(found.get());
      versions(path, dynamic, name, found.get());
      return;
    }
    boolean isThere = loaded.contains(name) || (isMusl && MUSL_ITSELF.matcher(name).matches());
    if (!isThere && !LibraryCheck.isForDesktop(path.substring(path.lastIndexOf('/') + 1))) {
      missing.putIfAbsent(name, path);
    }
  }

  private void versions(String path, DynamicSection dynamic, String name, String library) {
    SortedSet<String> wanted = dynamic.wanted().get(name);
    NativeCode code = evidence.natives().get(library);
    if (wanted == null || code == null || code.elf().isEmpty()) {
      return;
    }
    SortedSet<String> lacks = new TreeSet<>(wanted);
    lacks.removeAll(code.elf().get().dynamic().versions());
    if (!lacks.isEmpty()) {
      findings.add(
          VerifyProblem.WRONG_LIBC, path, name + " with " + String.join(", ", lacks), library);
    }
  }

  private Optional<String> find(String path, DynamicSection dynamic, String name) {
    List<String> places = new ArrayList<>();
    String origin = path.substring(0, path.lastIndexOf('/'));
    for (String entry : dynamic.runPath()) {
      places.add(entry.replace("${ORIGIN}", origin).replace("$ORIGIN", origin));
    }
    places.addAll(directories);
    for (String directory : places) {
      Optional<String> real =
          evidence.real(directory + "/" + name).map(entry -> canonical(entry.path().value()));
      if (real.isPresent() && evidence.nativeCode(real.get()).isPresent()) {
        return real;
      }
    }
    return Optional.empty();
  }

  private String canonical(String path) {
    return evidence.natives().containsKey(path)
        ? path
        : evidence
            .real(path)
            .map(entry -> entry.target().isEmpty() ? path : entry.target())
            .orElse(path);
  }
}
