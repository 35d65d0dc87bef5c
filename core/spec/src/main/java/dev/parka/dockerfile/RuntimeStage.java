package dev.parka.dockerfile;

import static java.util.stream.Collectors.joining;

import dev.parka.annotations.Startup;
import dev.parka.plan.ImagePlan;
import dev.parka.plan.PlannedStartup;
import dev.parka.plan.RuntimePlan;
import dev.parka.runtime.rootfs.CaCertificates;
import dev.parka.runtime.rootfs.SystemFiles;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The commands of the stage that links; portable shell and the JDK's own tools, no more. */
final class RuntimeStage {

  /**
   * Where the run-time image is linked. Not where it ends up: the usual JDK image has its JDK in
   * {@code /opt/java}, and jlink refuses a directory that exists.
   */
  static final String LINKED = "/linked";

  /** Where the files that are neither the run-time image nor the application's are gathered. */
  static final String ROOT = "/rootfs";

  /** From this version on, a JVM that records for an AOT cache links the same bytes every time. */
  private static final int BIT_STABLE_WHILE_RECORDING = 25;

  /** musl needs no files for it; glibc has them in one of two places. */
  private static final String COPY_UTF8_LOCALE =
      "for locale in /usr/lib/locale/C.UTF-8 /usr/lib/locale/C.utf8; do \\\n"
          + "        [ ! -d $locale ] || { mkdir -p "
          + ROOT
          + "$locale && cp -RL $locale/. "
          + ROOT
          + "$locale; } || exit 1; \\\n"
          + "      done";

  /** A JVM that is gone before better compiled code pays takes half the time with this. */
  private static final String QUICK = "-J-XX:TieredStopAtLevel=1";

  /** A pipe ends as its last program does: what failed before that is seen by what is not there. */
  private static final String REQUIRE_LOADER =
      "for loader in "
          + ROOT
          + "/lib*/ld-*; do \\\n"
          + "        [ -e \"$loader\" ] || { echo 'no shared libraries: does ldd work in this image?' >&2;"
          + " exit 1; }; \\\n"
          + "      done";

  private RuntimeStage() {}

  static List<String> link(ImagePlan plan) {
    List<String> command = new ArrayList<>();
    command.add("jlink");
    command.add(QUICK);
    if (plan.runtime().javaVersion() >= BIT_STABLE_WHILE_RECORDING) {
      command.add("-J-XX:AOTMode=record");
      command.add("-J-XX:AOTConfiguration=/tmp/jlink.aotconf");
    }
    RuntimePlan runtime = plan.runtime();
    command.addAll(runtime.jlink().arguments(runtime.strips(), runtime.javaVersion()));
    command.add("--output=" + LINKED);
    List<String> commands = new ArrayList<>();
    commands.add(command.stream().map(Escape::shell).collect(joining(" \\\n      ")));
    commands.addAll(StripCommands.of(runtime.strips(), LINKED));
    return commands;
  }

  /** Makes the archive that the JVM looks for by itself, if the plan has it. */
  static Optional<String> defaultArchive(ImagePlan plan) {
    PlannedStartup startup = plan.runtime().startup();
    if (startup.kind() != Startup.CDS) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>(List.of(LINKED + "/bin/java"));
    command.addAll(startup.dumpFlags());
    command.add("-Xshare:dump");
    return Optional.of(command.stream().map(Escape::shell).collect(joining(" ")));
  }

  static List<String> rootFileSystem(ImagePlan plan, BuildContext context) {
    List<String> commands = new ArrayList<>();
    List<FileEntry> files = SystemFiles.of(plan.user().owner());
    Set<String> directories = new TreeSet<>();
    files.forEach(file -> directories.add(ROOT + file.path().parent().orElseThrow()));
    commands.add("mkdir -p " + String.join(" ", directories));
    files.forEach(file -> commands.add(write(file)));
    commands.add(COPY_UTF8_LOCALE);
    commands.add(copySharedLibraries());
    commands.add(REQUIRE_LOADER);
    if (context.caCertificates()) {
      commands.addAll(copyCaCertificates(CaCertificates.places()));
    }
    commands.addAll(PackageCommands.of(ROOT));
    return commands;
  }

  /**
   * Copies what the loader finds for each native library and launcher, the loader included: the one
   * of them that has to be executable, though some distributions have others that are.
   */
  private static String copySharedLibraries() {
    return """
        find %1$s -type f '(' -name '*.so' -o -path '%1$s/bin/*' ')' -exec ldd '{}' ';' 2>/dev/null \\
            | sed -n 's|^[^/]*\\(/[^ ]*\\) (0x[0-9a-f]*)$|\\1|p' \\
            | grep -v '^%1$s/' | sort -u \\
            | while read -r library; do \\
                mode=644; case $library in */ld-*) mode=755;; esac; \\
                mkdir -p "%2$s${library%%/*}" && cp -L "$library" "%2$s$library" \\
                  && chmod $mode "%2$s$library" || exit 1; \\
              done"""
        .formatted(LINKED, ROOT);
  }

  /** The first bundle that there is; Alpine and Debian have it in the image's own place. */
  private static List<String> copyCaCertificates(List<String> places) {
    String bundle = ROOT + places.get(0);
    return List.of(
        "mkdir -p " + bundle.substring(0, bundle.lastIndexOf('/')),
        "for place in "
            + String.join(" ", places)
            + "; do [ -f "
            + bundle
            + " ] || [ ! -f $place ] || cp -L $place "
            + bundle
            + " || exit 1; done",
        "{ [ -f "
            + bundle
            + " ] || { echo 'this image has no CA certificates; add its package"
            + " ca-certificates, or do without: Java has its own' >&2; exit 1; }; }",
        "chmod 644 " + bundle);
  }

  private static String write(FileEntry file) {
    String path = ROOT + file.path();
    if (file instanceof FileEntry.Directory directory) {
      return "mkdir -m " + Integer.toOctalString(directory.mode()) + " " + path;
    }
    if (file instanceof FileEntry.RegularFile regular) {
      String lines = lines(regular.content()).stream().map(Escape::shell).collect(joining(" "));
      return "printf '%s\\n' " + lines + " > " + path;
    }
    throw new IllegalStateException("no command writes " + file);
  }

  private static List<String> lines(Content content) {
    try (InputStream in = content.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail", e);
    }
  }
}
