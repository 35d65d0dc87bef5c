package dev.parka.verify.boot;

import dev.parka.spec.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command that runs an image in namespaces of its own, by {@code unshare} of util-linux. */
final class NamespaceCommand {

  private static final long TRIAL_SECONDS = 20;

  private final Isolation isolation;
  private final String unshare;
  private final String shell;

  NamespaceCommand(Isolation isolation) throws CannotStart {
    this.isolation = isolation;
    this.unshare = HostTools.find("unshare");
    this.shell = HostTools.find("sh");
    HostTools.find("mount");
  }

  List<String> of(Launch launch) {
    List<String> command = outer(launch.root());
    command.addAll(launch.environment());
    command.addAll(asUser(launch.user()));
    command.add("--root=" + launch.root());
    command.add("--wd=" + launch.workingDirectory());
    command.add("--");
    command.addAll(launch.command());
    return command;
  }

  /** Does all that a start does, but runs a program of this machine. */
  void tryOut(String root, UserId user) throws CannotStart, IOException, InterruptedException {
    List<String> command = outer(root);
    command.addAll(asUser(user));
    command.add("--");
    command.add(HostTools.find("true"));
    Process process = HostTools.process(command).start();
    try {
      if (!process.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS)) {
        throw new CannotStart("unshare does not come to an end");
      }
      if (process.exitValue() != 0) {
        String output =
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        throw new CannotStart(output.isEmpty() ? "unshare failed" : output.replace('\n', ' '));
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> outer(String root) {
    List<String> command = new ArrayList<>(List.of(unshare));
    if (isolation == Isolation.USER_NAMESPACE) {
      command.addAll(List.of("--user", "--map-root-user"));
    }
    command.addAll(List.of("--mount", "--pid", "--fork", "--kill-child"));
    command.addAll(List.of("--", shell, "-c", Scripts.GUARD, "guard"));
    command.addAll(List.of(unshare, "--pid", "--fork", "--"));
    command.addAll(List.of(shell, "-c", Scripts.MOUNT, "mount", root));
    return command;
  }

  private List<String> asUser(UserId user) {
    // As root the numbers are set; in a user namespace a second one maps them, and with it go all
    // capabilities that mounting took.
    return isolation == Isolation.USER_NAMESPACE
        ? List.of(unshare, "--user", "--map-user=" + user.uid(), "--map-group=" + user.gid())
        : List.of(unshare, "--setgid=" + user.gid(), "--setuid=" + user.uid());
  }
}
