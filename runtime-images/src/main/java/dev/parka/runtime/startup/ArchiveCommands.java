package dev.parka.runtime.startup;

import dev.parka.runtime.process.ChildProcess;
import dev.parka.runtime.tree.ImagePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands that make an archive and use it, all with the linked {@code java}.
 *
 * @param java the launcher of the run-time image
 * @param application what runs
 * @param staged its jars on this machine
 */
record ArchiveCommands(Path java, ArchivedApplication application, StagedFiles staged) {

  /** Makes the JVM's default archive. */
  ChildProcess dumpDefault(Path archive) {
    List<String> command = dump();
    command.add("-XX:SharedArchiveFile=" + archive);
    command.add("-Xshare:dump");
    return ChildProcess.of(command);
  }

  /** Makes an archive of these classes. */
  ChildProcess dump(Path classList, Path archive, boolean linkAhead) {
    List<String> command = dump();
    command.add("-XX:SharedClassListFile=" + classList);
    command.add("-XX:SharedArchiveFile=" + archive);
    if (linkAhead) {
      command.add("-XX:+AOTClassLinking");
    }
    command.add("-Xshare:dump");
    command.add("-cp");
    command.add(staged.relativeClassPath());
    return ChildProcess.of(command).in(staged.deep());
  }

  private List<String> dump() {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(DumpFlags.of(application.jvmFlags().stream().map(staged::onHost).toList()));
    return command;
  }

  /** Makes an AOT cache of what a training run recorded. */
  ChildProcess create(Path configuration, Path cache) {
    List<String> command = image();
    command.add("-XX:AOTMode=create");
    command.add("-XX:AOTConfiguration=" + configuration);
    command.add("-XX:AOTCache=" + cache);
    command.add("-cp");
    command.add(staged.hostClassPath());
    return ChildProcess.of(command).in(staged.deep());
  }

  /** Runs the application with these flags beside its own. */
  ChildProcess run(List<String> flags) {
    List<String> command = image();
    command.addAll(flags);
    command.add("-cp");
    command.add(staged.hostClassPath());
    command.add(application.mainClass());
    command.addAll(application.process().arguments());
    ImagePath directory = application.process().workingDirectory();
    ChildProcess run = ChildProcess.of(command).in(staged.host(directory));
    for (var variable : application.process().environment().entrySet()) {
      run = run.with(variable.getKey(), variable.getValue());
    }
    return run;
  }

  /** Loads the main class with these flags beside the image's, and does not run it. */
  ChildProcess load(List<String> flags) {
    List<String> command = image();
    command.addAll(flags);
    command.add("--dry-run");
    command.add("-cp");
    command.add(staged.hostClassPath());
    command.add(application.mainClass());
    return ChildProcess.of(command).in(staged.deep());
  }

  private List<String> image() {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    application.jvmFlags().stream().map(staged::onHost).forEach(command::add);
    return command;
  }
}
