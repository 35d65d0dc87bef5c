package dev.parka.plan;

import dev.parka.annotations.Startup;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.EnvironmentVariable;
import dev.parka.spec.HealthProbe;
import dev.parka.spec.ImageLabel;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.JvmFlag;
import dev.parka.spec.Port;
import dev.parka.spec.StopSignal;
import dev.parka.spec.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the image's configuration says, in the terms of the OCI image specification.
 *
 * @param process what is run
 * @param environment environment variables, in order
 * @param labels labels, in order
 * @param ports what the application listens on
 * @param volumes where data lies that outlives a container
 */
public record ImageConfig(
    MainProcess process,
    List<EnvironmentVariable> environment,
    List<ImageLabel> labels,
    SortedSet<Port> ports,
    SortedSet<ImagePath> volumes) {

  private static final Set<String> LOCALE = Set.of("LANG", "LC_ALL", "LC_CTYPE");

  /** Copies the collections. */
  public ImageConfig {
    environment = List.copyOf(environment);
    labels = List.copyOf(labels);
    ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
    volumes = Collections.unmodifiableSortedSet(new TreeSet<>(volumes));
  }

  /**
   * What is run.
   *
   * @param entrypoint the command, in exec form
   * @param arguments what is appended unless the user gives other arguments
   * @param user who runs it
   * @param workingDirectory where it starts
   * @param supervision what stops it and how an engine asks whether it is well
   */
  public record MainProcess(
      List<String> entrypoint,
      List<String> arguments,
      UserId user,
      ImagePath workingDirectory,
      Supervision supervision) {

    /** Copies the lists. */
    public MainProcess {
      entrypoint = List.copyOf(entrypoint);
      arguments = List.copyOf(arguments);
    }

    /** The main class, whether or not it is said to be in a module. */
    public String mainClass() {
      String last = entrypoint.get(entrypoint.size() - 1);
      return last.substring(last.indexOf('/') + 1);
    }
  }

  /**
   * How an engine looks after the process.
   *
   * @param stopSignal what stops it
   * @param healthProbe how to ask whether it is well
   */
  public record Supervision(StopSignal stopSignal, Optional<HealthProbe> healthProbe) {}

  static ImageConfig of(ImageSpec spec, ImageFiles files) {
    ImageSpec.MainProcess process = spec.container().process();
    return new ImageConfig(
        new MainProcess(
            entrypoint(spec.application(), files),
            spec.application().arguments(),
            process.user(),
            process.workingDirectory(),
            new Supervision(process.stopSignal(), process.healthProbe())),
        environment(spec.container().environment()),
        spec.container().labels(),
        spec.container().ports(),
        spec.container().volumes());
  }

  /** Without a locale a JVM cannot open files whose names are not ASCII. */
  private static List<EnvironmentVariable> environment(List<EnvironmentVariable> wanted) {
    if (wanted.stream().anyMatch(variable -> LOCALE.contains(variable.name()))) {
      return wanted;
    }
    List<EnvironmentVariable> all = new ArrayList<>();
    all.add(new EnvironmentVariable("LANG", "C.UTF-8"));
    all.addAll(wanted);
    return all;
  }

  private static List<String> entrypoint(ImageSpec.Application application, ImageFiles files) {
    List<String> command = new ArrayList<>();
    command.add(files.java().value());
    List<String> flags = application.jvmFlags().stream().map(JvmFlag::value).toList();
    command.addAll(flags);
    // Without -Xshare:on: an image that is run in another way than meant starts slower, and starts.
    switch (application.startup()) {
      case APP_CDS ->
          command.add("-XX:SharedArchiveFile=" + files.startupArchive(Startup.APP_CDS, flags));
      case AOT_CACHE ->
          command.add("-XX:AOTCache=" + files.startupArchive(Startup.AOT_CACHE, flags));
      default -> {}
    }
    command.add("@" + files.classPathFile());
    String mainClass = application.mainClass().value();
    application
        .module()
        .ifPresentOrElse(
            module -> command.addAll(List.of("-m", module + "/" + mainClass)),
            () -> command.add(mainClass));
    return command;
  }
}
