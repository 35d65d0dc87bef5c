package dev.parka.verify;

import dev.parka.oci.ArchiveConfig;
import dev.parka.oci.ArchiveEntry;
import dev.parka.oci.ArchiveEntry.Kind;
import dev.parka.oci.ArchiveTree;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.tree.ImagePath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the merged files give nobody more rights than they should. */
final class FileChecks {

  private static final int SETUID_OR_SETGID = 06000;
  private static final int STICKY = 01000;
  private static final int WORLD_WRITABLE = 0002;
  private static final int EXECUTABLE = 0111;
  private static final int TEMPORARY_MODE = 01777;
  private static final String CAPABILITIES = "security.capability";
  private static final ImagePath TEMPORARY = new ImagePath("/tmp");

  private FileChecks() {}

  static void run(ArchiveTree tree, Optional<ArchiveConfig> config, Findings findings) {
    tree.entries().forEach(entry -> permissions(entry, findings));
    temporary(tree, findings);
    config.ifPresent(c -> entrypoint(tree, c.container().process().entrypoint(), findings));
    findings.ran(Check.PERMISSIONS);
  }

  private static void permissions(ArchiveEntry entry, Findings findings) {
    if (entry.kind() == Kind.SYMBOLIC_LINK) {
      return;
    }
    String path = entry.path().value();
    boolean isDirectory = entry.kind() == Kind.DIRECTORY;
    // On a directory setgid hands on the group and gives no rights.
    if (!isDirectory && (entry.mode() & SETUID_OR_SETGID) != 0) {
      findings.add(
          VerifyProblem.SETUID_FILE, path, "no setuid or setgid bit", "mode " + octal(entry));
    }
    if (entry.metadata().extendedAttributes().contains(CAPABILITIES)) {
      findings.add(VerifyProblem.SETUID_FILE, path, "no file capabilities", CAPABILITIES);
    }
    boolean isSticky = isDirectory && (entry.mode() & STICKY) != 0;
    if ((entry.mode() & WORLD_WRITABLE) != 0 && !isSticky) {
      findings.add(
          VerifyProblem.WORLD_WRITABLE_FILE,
          path,
          isDirectory ? "a sticky bit, or no write for all" : "no write for all",
          "mode " + octal(entry));
    }
  }

  private static void temporary(ArchiveTree tree, Findings findings) {
    Optional<ArchiveEntry> temporary = tree.find(TEMPORARY);
    boolean isGood =
        temporary.isPresent()
            && temporary.get().kind() == Kind.DIRECTORY
            && temporary.get().mode() == TEMPORARY_MODE;
    if (!isGood) {
      findings.add(
          VerifyProblem.NO_TEMPORARY_DIRECTORY,
          TEMPORARY.value(),
          "a directory of mode 1777",
          temporary.map(FileChecks::describe).orElse("nothing"));
    }
  }

  private static void entrypoint(ArchiveTree tree, List<String> entrypoint, Findings findings) {
    if (entrypoint.isEmpty() || !entrypoint.get(0).startsWith("/")) {
      return;
    }
    Optional<ArchiveEntry> file = find(tree, entrypoint.get(0));
    // Behind a link of a base image the file may be anywhere; starting the image will tell.
    if (file.isPresent() && file.get().kind() == Kind.SYMBOLIC_LINK) {
      return;
    }
    boolean isProgram =
        file.isPresent()
            && file.get().kind() == Kind.REGULAR_FILE
            && (file.get().mode() & EXECUTABLE) != 0;
    if (!isProgram) {
      findings.add(
          VerifyProblem.NO_ENTRYPOINT_FILE,
          entrypoint.get(0),
          "an executable file",
          file.map(FileChecks::describe).orElse("nothing"));
    }
  }

  /** The entry at a path, or the symbolic link on the way to it. */
  private static Optional<ArchiveEntry> find(ArchiveTree tree, String name) {
    try {
      ImagePath path = new ImagePath(name);
      Optional<ArchiveEntry> found = tree.find(path);
      for (Optional<ImagePath> up = path.parent(); up.isPresent(); up = up.get().parent()) {
        Optional<ArchiveEntry> link =
            tree.find(up.get()).filter(e -> e.kind() == Kind.SYMBOLIC_LINK);
        if (link.isPresent()) {
          found = link;
        }
      }
      return found;
    } catch (ParkaException e) {
      return Optional.empty();
    }
  }

  private static String describe(ArchiveEntry entry) {
    return "a "
        + entry.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + " of mode "
        + octal(entry);
  }

  private static String octal(ArchiveEntry entry) {
    return String.format(Locale.ROOT, "%04o", entry.mode());
  }
}
