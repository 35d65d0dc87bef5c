package dev.parka.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parka-cli modules}: the JDK modules that an application needs, one a line. */
@Command(
    name = "modules",
    description = {
      "Prints the JDK modules that an application needs, as jlink takes them.",
      "With --check, whether it has all that it refers to in an image of other modules."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  parka-cli modules --class-path 'app.jar:lib/*' --explain",
      "  parka-cli modules --module-path mods --module com.acme.app/com.acme.App",
      "  parka-cli modules --class-path app.jar --check=java.base,java.logging"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class ModulesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModuleOptions modules;
  @Mixin private CheckOption check;

  @Option(
      names = "--explain",
      description = {
        "Adds a tab and the reasons to each module.",
        "Modules that were left out are told, with theirs, on standard error.",
        "With --check, adds the classes that are nowhere."
      })
  private boolean explain;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json",
      description = "How to print them.")
  private OutputFormat format;

  /** For picocli. */
  ModulesCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (check.isGiven()) {
      return check.run(modules.request(), explain, format, out);
    }
    new ModulePrinter(out, spec.commandLine().getErr(), explain).print(modules.find(), format);
    return ExitCode.GOOD;
  }
}
