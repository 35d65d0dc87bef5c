package dev.parka.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code parka-cli completion}: what a shell needs to complete commands and options. */
@Command(
    name = "completion",
    description = {
      "Prints a script with which a shell completes commands, options, the words that options take,"
          + " and file names, for 'parka-cli' and for 'parka'.",
      "zsh reads bash's script through its own bashcompinit."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  parka-cli completion bash",
      "",
      "In ~/.bashrc or ~/.zshrc: source <(parka-cli completion bash)",
      "In ~/.config/fish/config.fish: parka-cli completion fish | source"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class CompletionCommand implements Callable<Integer> {

  /** The program, and the script beside it that takes the same options. */
  private static final String NAME = "parka-cli";

  private static final String LAUNCHER = "parka";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "bash|zsh|fish",
      converter = ShellConverter.class,
      description = "The shell.")
  private Shell shell;

  /** For picocli. */
  CompletionCommand() {}

  /** A shell that can be told what to complete. */
  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(script(shell));
    spec.commandLine().getOut().flush();
    return ExitCode.GOOD;
  }

  private static String script(Shell shell) {
    CommandLine whole = RootCommand.commandLine();
    if (shell == Shell.FISH) {
      return FishCompletion.script(whole, NAME, LAUNCHER);
    }
    OptionWords.tell(whole);
    return AutoComplete.bash(NAME, whole)
        + "\n# The launcher takes the same options.\n"
        + "complete -F _complete_"
        + NAME
        + " -o default "
        + LAUNCHER
        + "\n";
  }

  /** Reads a shell's name. */
  static final class ShellConverter implements ITypeConverter<Shell> {

    /** For picocli. */
    ShellConverter() {}

    @Override
    public Shell convert(String text) {
      for (Shell shell : Shell.values()) {
        if (shell.name().toLowerCase(Locale.ROOT).equals(text)) {
          return shell;
        }
      }
      throw new TypeConversionException("'" + text + "' is not bash, zsh or fish");
    }
  }
}
