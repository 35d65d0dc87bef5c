package dev.parka.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Takes for a word whatever stands behind the equals sign, options of this program included: {@code
 * --jvm-flag=--add-modules=java.sql} is a flag of the java command. Behind a space only what is no
 * option of this program can be a word.
 */
final class WordPreprocessor implements IParameterPreprocessor {

  private static final String NOT_ATTACHED = " ";

  /** For picocli. */
  WordPreprocessor() {}

  @Override
  @SuppressWarnings("JdkObsolete") // picocli's own choice
  public boolean preprocess(
      Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
    if (arguments.isEmpty()
        || (NOT_ATTACHED.equals(info.get("separator")) && isOption(arguments.peek(), command))) {
      return false;
    }
    List<String> before = option.getValue();
    List<String> words = new ArrayList<>(before);
    words.add(arguments.pop());
    option.setValue(words);
    return true;
  }

  private static boolean isOption(String word, CommandSpec command) {
    return command.findOption(word.split("=", 2)[0]) != null;
  }
}
