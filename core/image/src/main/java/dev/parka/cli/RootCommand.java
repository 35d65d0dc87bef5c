package dev.parka.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code parka-cli}, as picocli reads it. */
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
    footer = {
      "  parka-cli build --class-path 'app.jar:lib/*' --main-class com.acme.App --output app.tar",
      "  parka-cli report app.tar --output report.html"
    })
final class RootCommand implements Runnable {

  /** Commands that take something else in place of a class path. */
  private static final Set<String> WITHOUT_APPLICATION =
      Set.of("modules", "explain", "report", "build", "dockerfile");

  private static final Map<String, Supplier<Object>> COMMANDS = commands();

  @Spec private CommandSpec spec;

  /** For picocli and {@link #commandLine}. */
  @SuppressWarnings("NullAway.Init")
  RootCommand() {}

  private static Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("modules", ModulesCommand::new);
    commands.put("explain", ExplainCommand::new);
    commands.put("dockerfile", DockerfileCommand::new);
    commands.put("build", BuildCommand::new);
    commands.put("link", LinkCommand::new);
    commands.put("repack", RepackCommand::new);
    commands.put("trace", TraceCommand::new);
    commands.put("jdks", JdksCommand::new);
    commands.put("lock", LockCommand::new);
    commands.put("verify", VerifyCommand::new);
    commands.put("run", RunCommand::new);
    commands.put("compare", CompareCommand::new);
    commands.put("report", ReportCommand::new);
    commands.put("cache", CacheCommand::new);
    commands.put("completion", CompletionCommand::new);
    return commands;
  }

  /**
   * The model of the command line. Where the first argument names a command, the others are not
   * part of it: each takes longer to make than some of what they do.
   */
  static CommandLine commandLine(String... arguments) {
    CommandLine commandLine = new CommandLine(new RootCommand());
    Supplier<Object> named = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
    if (named == null) {
      COMMANDS.forEach((name, command) -> commandLine.addSubcommand(name, command.get()));
    } else {
      commandLine.addSubcommand(arguments[0], named.get());
    }
    commandLine.setExecutionExceptionHandler(
        (failure, command, parsed) -> Main.report(failure, command.getErr()));
    commandLine.registerConverter(ImageOutput.class, ImageOutput::parse);
    commandLine.getSubcommands().forEach(RootCommand::relax);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    return commandLine;
  }

  private static void relax(String name, CommandLine command) {
    if (WITHOUT_APPLICATION.contains(name)) {
      ClassPathOptions.relax(command.getCommandSpec());
    } else if (name.equals("run")) {
      RunCommand.relax(command);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name one of the commands.");
  }
}
