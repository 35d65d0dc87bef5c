package dev.parka.cli;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code parka-cli build} where no more is asked than builds mostly do; see {@link PlainLine}.
 *
 * @param line what was asked
 */
record PlainBuild(PlainLine line) implements PlainCommand {

  private static final List<String> OPTIONS =
      List.of("--class-path", "--main-class", "--output", "--jdk", "--name", "--tag");

  /** Reads a command line; null if it is not plain. */
  static @Nullable PlainBuild read(String... arguments) {
    PlainLine line = PlainLine.read("build", List.of(), OPTIONS, arguments);
    if (line == null || !line.has("--class-path") || !isPath(line.value("--output"))) {
      return null;
    }
    String jdk = line.value("--jdk");
    return jdk == null || PlainModules.isHome(jdk) ? new PlainBuild(line) : null;
  }

  /** Engines and registries have a colon, and not every locale can write every name. */
  private static boolean isPath(@Nullable String output) {
    if (output == null) {
      return false;
    }
    for (int i = 0; i < output.length(); i++) {
      char c = output.charAt(i);
      if (c < ' ' || c > '~' || c == ':') {
        return false;
      }
    }
    return true;
  }

  @Override
  public int run(PrintWriter out, PrintWriter err) {
    ImageOptions options = new ImageOptions();
    options.name = line.value("--name");
    options.tag = line.value("--tag");
    ClassPathOptions application =
        new ClassPathOptions(
            line.value("--class-path"),
            line.value("--main-class"),
            new JdkOption(line.value("--jdk")));
    ImageOutput output = ImageOutput.parse(String.valueOf(line.value("--output")));
    return new BuildCommand(application, options, output).run(out, err);
  }
}
