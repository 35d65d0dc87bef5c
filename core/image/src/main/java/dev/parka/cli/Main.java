package dev.parka.cli;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code parka-cli}. */
@Command(
    name = "parka-cli",
    description = "Makes small, reproducible container images of Java applications.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all went well",
      "1:the work was done and found something wrong",
      "2:the command line cannot be understood",
      "3:the work could not be done"
    },
    footerHeading = "%nExample:%n",
    footer =
        "  parka-cli build --class-path 'app.jar:lib/*' --main-class com.acme.App"
            + " --output app.tar")
public final class Main implements Runnable {

  private static final Map<String, Supplier<Object>> COMMANDS = commands();

  @Spec private CommandSpec spec;

  /** For picocli and {@link #main}. */
  @SuppressWarnings("NullAway.Init")
  Main() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command, which writes UTF-8 in every locale; answers with its exit code. */
  static int run(String... arguments) {
    PrintWriter out = writer(System.out);
    PrintWriter err = writer(System.err);
    PlainModules plain = PlainModules.read(arguments);
    return plain == null
        ? commandLine(arguments).setOut(out).setErr(err).execute(arguments)
        : run(plain, out, err);
  }

  static int run(PlainModules plain, PrintWriter out, PrintWriter err) {
    try {
      plain.run(new ModulePrinter(out, err, plain.explain()));
      return ExitCode.GOOD;
    } catch (RuntimeException e) {
      return report(e, err);
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("modules", ModulesCommand::new);
    commands.put("dockerfile", DockerfileCommand::new);
    commands.put("build", BuildCommand::new);
    commands.put("link", LinkCommand::new);
    commands.put("repack", RepackCommand::new);
    commands.put("trace", TraceCommand::new);
    commands.put("jdks", JdksCommand::new);
    commands.put("lock", LockCommand::new);
    commands.put("verify", VerifyCommand::new);
    commands.put("compare", CompareCommand::new);
    commands.put("cache", CacheCommand::new);
    return commands;
  }

  /**
   * The model of the command line. Where the first argument names a command, the others are not
   * part of it: each takes longer to make than some of what they do.
   */
  static CommandLine commandLine(String... arguments) {
    CommandLine commandLine = new CommandLine(new Main());
    Supplier<Object> named = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
    if (named == null) {
      COMMANDS.forEach((name, command) -> commandLine.addSubcommand(name, command.get()));
    } else {
      commandLine.addSubcommand(arguments[0], named.get());
    }
    commandLine.setExecutionExceptionHandler(
        (failure, command, parsed) -> report(failure, command.getErr()));
    commandLine.registerConverter(ImageOutput.class, ImageOutput::parse);
    if (commandLine.getSubcommands().containsKey("modules")) {
      ModulesCommand.relax(commandLine);
    }
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    return commandLine;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name one of the commands.");
  }

  private static int report(Exception failure, PrintWriter err) {
    if (failure instanceof ParkaException e) {
      for (Problem problem : e.problems()) {
        err.println("error: " + problem);
      }
    } else {
      err.println("error: [InternalError] this is a defect of Parka; please report it with:");
      failure.printStackTrace(err);
    }
    err.flush();
    return ExitCode.FAILURE;
  }
}
