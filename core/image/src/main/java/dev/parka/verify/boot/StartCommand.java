package dev.parka.verify.boot;

import dev.parka.oci.ArchiveConfig;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.spec.StopSignal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an image's configuration and a plan say together of what is run. */
record StartCommand(ArchiveConfig.Container container, RunPlan plan) {

  private static final String DEFAULT_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

  /** What the loader and the C library act on, in the last program before the image's own. */
  private static final Pattern LOADER =
      Pattern.compile("LD_.*|GLIBC_.*|GCONV_PATH|LOCPATH|NLSPATH|MALLOC_.*");

  /** The whole command. */
  List<String> command(Probe probe) throws CannotStart {
    List<String> command = new ArrayList<>(container.process().entrypoint());
    command.addAll(arguments());
    if (command.isEmpty()) {
      throw new CannotStart("the image has no entrypoint");
    }
    if (probe instanceof Probe.DryRun) {
      if (!isJava(command.get(0))) {
        throw new CannotStart(
            "a dry run needs a java launcher, and the entrypoint is " + command.get(0));
      }
      command.add(1, "--dry-run");
    }
    return command;
  }

  private List<String> arguments() {
    return plan.arguments().orElseGet(() -> container.process().arguments());
  }

  private static boolean isJava(String program) {
    return program.endsWith("/java");
  }

  /** The image's java launcher, where its entrypoint is one. */
  Optional<String> java() {
    return container.process().entrypoint().stream().findFirst().filter(StartCommand::isJava);
  }

  /** The image's variables and the plan's; of what would act on a program of this machine, none. */
  List<String> environment(List<String> notes) {
    Map<String, String> environment = new LinkedHashMap<>();
    List<String> all = new ArrayList<>(container.environment());
    all.addAll(plan.environment());
    for (String line : all) {
      int equals = line.indexOf('=');
      String name = equals < 0 ? line : line.substring(0, equals);
      if (!NAME.matcher(name).matches() || equals < 0 || LOADER.matcher(name).matches()) {
        notes.add("the variable " + Printable.of(name) + " was withheld");
      } else {
        environment.put(name, line.substring(equals + 1));
      }
    }
    environment.putIfAbsent("PATH", DEFAULT_PATH);
    return environment.entrySet().stream().map(v -> v.getKey() + "=" + v.getValue()).toList();
  }

  String workingDirectory() {
    String directory = container.process().workingDirectory();
    return directory.isEmpty() ? "/" : directory;
  }

  /** What can be written to where the rest cannot. */
  List<String> writable() {
    List<String> writable = new ArrayList<>(List.of("/tmp"));
    container.volumes().stream().filter(v -> !writable.contains(v)).forEach(writable::add);
    return writable;
  }

  StopSignal stopSignal() throws CannotStart {
    try {
      return new StopSignal(container.process().supervision().stopSignal().orElse("SIGTERM"));
    } catch (ParkaException e) {
      throw new CannotStart(e.problems().get(0).fact());
    }
  }
}
