package dev.parka.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What fish needs to complete commands, options and the words that they take. */
final class FishCompletion {

  private final StringBuilder script = new StringBuilder();
  private final List<String> names;

  private FishCompletion(List<String> names) {
    this.names = names;
  }

  static String script(CommandLine whole, String... names) {
    FishCompletion completion = new FishCompletion(List.of(names));
    String commands = String.join(" ", whole.getSubcommands().keySet());
    String none = "not __fish_seen_subcommand_from " + commands;
    completion.options(none, whole);
    whole
        .getSubcommands()
        .forEach(
            (name, command) -> {
              completion.complete(
                  "-f", "-n", quoted(none), "-a", name, "-d", quoted(description(command)));
              String within = "__fish_seen_subcommand_from " + name;
              completion.options(within, command);
              completion.parameters(within, command);
            });
    return completion.script.toString();
  }

  private void options(String where, CommandLine command) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      List<String> words = new ArrayList<>(List.of("-n", quoted(where)));
      for (String name : option.names()) {
        boolean isLong = name.startsWith("--");
        words.add(isLong ? "-l" : "-s");
        words.add(name.substring(isLong ? 2 : 1));
      }
      if (option.arity().max() > 0) {
        List<String> values = OptionWords.of(option);
        words.addAll(
            values.isEmpty()
                ? List.of("-r")
                : List.of("-x", "-a", quoted(String.join(" ", values))));
      }
      if (option.description().length > 0) {
        words.addAll(List.of("-d", quoted(firstSentence(option.description()))));
      }
      complete(words.toArray(new String[0]));
    }
  }

  private void parameters(String where, CommandLine command) {
    for (PositionalParamSpec parameter : command.getCommandSpec().positionalParameters()) {
      List<String> values = OptionWords.of(parameter);
      if (!values.isEmpty()) {
        complete("-f", "-n", quoted(where), "-a", quoted(String.join(" ", values)));
      }
    }
  }

  private void complete(String... words) {
    for (String name : names) {
      script.append("complete -c ").append(name).append(' ');
      script.append(String.join(" ", words)).append('\n');
    }
  }

  private static String description(CommandLine command) {
    return firstSentence(command.getCommandSpec().usageMessage().description());
  }

  private static String firstSentence(String[] lines) {
    String text = String.join(" ", lines);
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
