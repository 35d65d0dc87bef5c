package dev.parka.dockerfile;

import static java.util.stream.Collectors.joining;

import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.HealthProbe;
import dev.parka.spec.Port;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes text of a {@link Dockerfile}: the subset that BuildKit, the classic builder and buildah
 * share.
 */
final class DockerfileRenderer {

  /**
   * Line 1 is a constant, so that no value can pass for a directive such as {@code # syntax=}; a
   * file that does not begin with it is not ours and is never overwritten.
   */
  static final String HEADER =
      """
      # Written by Parka: edit @ContainerImage on the main class and compile again, not this file.
      """;

  private DockerfileRenderer() {}

  static String render(Dockerfile dockerfile) {
    StringBuilder text = new StringBuilder(HEADER);
    for (Stage stage : dockerfile.stages()) {
      text.append("\n# ").append(stage.comment()).append('\n');
      text.append(line(stage.from())).append('\n');
      stage.instructions().forEach(i -> text.append(line(i)).append('\n'));
    }
    return text.toString();
  }

  private static String line(Instruction instruction) {
    if (instruction instanceof Instruction.From from) {
      return "FROM " + from.image() + from.stageName().map(name -> " AS " + name).orElse("");
    }
    if (instruction instanceof Instruction.Copy copy) {
      return copy(copy);
    }
    if (instruction instanceof Instruction.Run run) {
      return "RUN "
          + run.cache().map(DockerfileRenderer::mount).orElse("")
          + String.join(" \\\n && ", run.commands());
    }
    if (instruction instanceof Instruction.Env env) {
      return "ENV " + env.variable().name() + "=" + Escape.quoted(env.variable().value());
    }
    if (instruction instanceof Instruction.Label label) {
      return "LABEL " + label.label().key() + "=" + Escape.quoted(label.label().value());
    }
    if (instruction instanceof Instruction.Expose expose) {
      return "EXPOSE " + expose.ports().stream().map(Port::toString).collect(joining(" "));
    }
    if (instruction instanceof Instruction.Volume volume) {
      return "VOLUME " + Escape.execForm(volume.paths().stream().map(ImagePath::value).toList());
    }
    if (instruction instanceof Instruction.Workdir workdir) {
      return "WORKDIR " + workdir.path();
    }
    if (instruction instanceof Instruction.User user) {
      return "USER " + user.user();
    }
    if (instruction instanceof Instruction.Stopsignal stop) {
      return "STOPSIGNAL " + stop.signal();
    }
    if (instruction instanceof Instruction.Healthcheck check) {
      return healthcheck(check);
    }
    if (instruction instanceof Instruction.Entrypoint entrypoint) {
      return "ENTRYPOINT " + Escape.execForm(entrypoint.command());
    }
    return "CMD " + Escape.execForm(((Instruction.Cmd) instruction).arguments());
  }

  private static String copy(Instruction.Copy copy) {
    List<String> paths = new ArrayList<>(copy.sources());
    paths.add(copy.destination());
    return "COPY "
        + copy.stage().map(stage -> "--from=" + stage + " ").orElse("")
        + copy.owner().map(owner -> "--chown=" + owner + " ").orElse("")
        + Escape.execForm(paths);
  }

  /** Locked, since neither Maven nor Gradle shares a directory with another that runs. */
  private static String mount(ImagePath cache) {
    return "--mount=type=cache,sharing=locked,target=" + cache + " ";
  }

  private static String healthcheck(Instruction.Healthcheck check) {
    HealthProbe probe = check.probe();
    // Without one is the same as with one of no time, which Docker's classic builder refuses.
    String start =
        probe.startPeriod().isZero() ? "" : " --start-period=" + seconds(probe.startPeriod());
    return "HEALTHCHECK --interval="
        + seconds(probe.interval())
        + " --timeout="
        + seconds(probe.timeout())
        + start
        + " --retries="
        + probe.retries()
        + " CMD "
        + Escape.execForm(probe.command());
  }

  private static String seconds(Duration duration) {
    return duration.toSeconds() + "s";
  }
}
