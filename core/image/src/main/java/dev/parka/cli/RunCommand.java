package dev.parka.cli;

import dev.parka.location.ImageLocation;
import dev.parka.location.LocatedImage;
import dev.parka.oci.ImageArchive;
import dev.parka.verify.boot.BootPlan;
import dev.parka.verify.boot.Confinement;
import dev.parka.verify.boot.Ending;
import dev.parka.verify.boot.Isolation;
import dev.parka.verify.boot.Network;
import dev.parka.verify.boot.Probe;
import dev.parka.verify.boot.RunPlan;
import dev.parka.verify.boot.RunningImage;
import dev.parka.verify.boot.StoredImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parka-cli run}: an image in the foreground, with no engine where that can be. */
@Command(
    name = "run",
    description = {
      "Runs an image in the foreground, with no container engine where this machine allows it.",
      "Ctrl-C tells the application to end, as 'docker stop' does. The exit code is the"
          + " application's."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  parka-cli run app.tar",
      "  parka-cli run -p 8081:8080 -e LEVEL=debug --read-only app.tar",
      "  parka-cli run tool.tar --version        what follows the image is the application's",
      "  parka-cli run --network host registry:registry.acme.com/shop/app:1"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class RunCommand implements Callable<Integer> {

  /** A terminal sends SIGINT to the application, too. */
  private static final int INTERRUPTED = 130;

  @Spec private CommandSpec spec;
  @Mixin private ImageSources sources;
  @Mixin private LimitOptions limits;

  @Parameters(
      index = "0",
      paramLabel = "<image>",
      description = "Where the image is: " + ImageLocation.FORMS + ".")
  private String image;

  @Parameters(
      index = "1..*",
      paramLabel = "<argument>",
      description = "What the application is given instead of the image's own arguments.")
  private @Nullable List<String> arguments;

  @Option(
      names = {"-p", "--publish"},
      paramLabel = "<port>:<image's port>",
      description = {
        "A port of this machine's loopback address for one of the image; 0 is any that is free.",
        "Ports that the image exposes and that are not named have the same number where that is"
            + " free."
      })
  private List<String> published = new ArrayList<>();

  @Option(
      names = {"-e", "--env"},
      paramLabel = "<name=value>",
      description = "A variable beside the image's own.")
  private List<String> environment = new ArrayList<>();

  @Option(
      names = "--read-only",
      description = "Nothing can be written to but /tmp and the image's volumes.")
  private boolean readOnly;

  @Option(
      names = "--network",
      defaultValue = "own",
      paramLabel = "own|host",
      description = {
        "A network of its own, from which nothing is reached, or this machine's. Default: own,",
        "where this machine allows it."
      })
  private Network network;

  @Option(
      names = "--isolation",
      split = ",",
      paramLabel = "chroot|user_namespace|podman|docker|none",
      description = "The ways to try; by default all of them, in this order.")
  private List<Isolation> isolation = new ArrayList<>();

  @Option(
      names = "--grace",
      defaultValue = "10",
      paramLabel = "<seconds>",
      description = "How long the application may take to end. Default: 10.")
  private int grace;

  /** For picocli. */
  RunCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    try (RunningImage running = start(err)) {
      Thread end = new Thread(() -> end(running, err), "parka-run-end");
      Runtime.getRuntime().addShutdownHook(end);
      tell(running, err);
      int code = running.awaitExit();
      forget(end);
      return code;
    }
  }

  private static void forget(Thread end) throws InterruptedException {
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException e) {
      // It is under way, and ends this JVM.
      end.join();
    }
  }

  private RunningImage start(PrintWriter err) throws IOException {
    try (LocatedImage located = sources.bring(image);
        ImageArchive archive = ImageArchive.open(located.layout())) {
      located.note().ifPresent(note -> err.println("note: " + note));
      StoredImage stored = StoredImage.of(archive, sources.platform());
      return RunningImage.startInForeground(stored, plan(stored));
    }
  }

  private BootPlan plan(StoredImage stored) {
    Confinement confinement = Confinement.DEFAULT.on(network).limitedTo(limits.limits());
    if (!isolation.isEmpty()) {
      confinement =
          new Confinement(
              EnumSet.copyOf(isolation),
              confinement.network(),
              confinement.isReadOnly(),
              confinement.limits());
    }
    RunPlan plan = RunPlan.DEFAULT.in(readOnly ? confinement.readOnly() : confinement);
    for (String variable : environment) {
      plan = plan.withVariable(name(variable), variable.substring(variable.indexOf('=') + 1));
    }
    for (String port : published) {
      PublishedPort parsed =
          PublishedPort.parse(port)
              .orElseThrow(() -> wrong("-p=" + port + " is not <port>:<image's port>"));
      plan = plan.withPort(parsed.inner(), parsed.outer());
    }
    if (network == Network.OWN) {
      for (int port : stored.ports()) {
        if (!plan.ports().containsKey(port)) {
          plan = plan.withPort(port, PublishedPort.isFree(port) ? port : 0);
        }
      }
    }
    List<String> given = arguments;
    return BootPlan.DEFAULT
        .within(BootPlan.DEFAULT.timeout(), Duration.ofSeconds(grace))
        .withProbe(new Probe.Launch())
        .running(given == null ? plan : plan.withArguments(given));
  }

  private String name(String variable) {
    int equals = variable.indexOf('=');
    if (equals < 1) {
      throw wrong("-e=" + variable + " is not <name=value>");
    }
    return variable.substring(0, equals);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static void tell(RunningImage running, PrintWriter err) {
    running.notes().forEach(note -> err.println("note: " + note));
    err.println(
        "runs as " + running.user() + " (" + running.isolation() + ", " + running.network() + ")");
    running
        .ports()
        .forEach((inner, outer) -> err.println("port " + inner + " is at 127.0.0.1:" + outer));
    err.flush();
  }

  /** Runs when this JVM is told to end: its exit code is then the application's, too. */
  @SuppressWarnings("SystemExitOutsideMain")
  private static void end(RunningImage running, PrintWriter err) {
    int code = ExitCode.FAILURE;
    try {
      Ending ending = running.stop();
      code = ending.exitCode();
      if (!ending.isClean() && code != INTERRUPTED) {
        err.println("note: the application did not end cleanly");
      }
      running.close();
    } catch (IOException | UncheckedIOException e) {
      Main.report(e, err);
    }
    err.flush();
    Runtime.getRuntime().halt(code);
  }

  /** What follows the image is the application's, options too. */
  static void relax(CommandLine run) {
    run.setStopAtPositional(true);
  }
}
