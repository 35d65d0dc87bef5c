package dev.parka.cli;

import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The words that options take, where they take nothing else: their help says which. */
final class OptionWords {

  /** Such as {@code text|json}: the words themselves, and no name of a value among them. */
  private static final Pattern WORDS = Pattern.compile("[a-z][a-z-]*(\\|[a-z][a-z-]*)+");

  private OptionWords() {}

  /** The words; none if anything else is taken. */
  static List<String> of(ArgSpec option) {
    return WORDS.matcher(option.paramLabel()).matches()
        ? List.of(option.paramLabel().split("\\|", -1))
        : List.of();
  }

  /** Makes them what a shell is told, for a command and all below it. */
  static void tell(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    for (OptionSpec option : List.copyOf(spec.options())) {
      if (!of(option).isEmpty()) {
        spec.remove(option);
        spec.addOption(OptionSpec.builder(option).completionCandidates(of(option)).build());
      }
    }
    for (PositionalParamSpec parameter : List.copyOf(spec.positionalParameters())) {
      if (!of(parameter).isEmpty()) {
        spec.remove(parameter);
        spec.addPositional(
            PositionalParamSpec.builder(parameter).completionCandidates(of(parameter)).build());
      }
    }
    command.getSubcommands().values().forEach(OptionWords::tell);
  }
}
