package dev.parka.cli;

import dev.parka.verify.boot.BootPlan;
import dev.parka.verify.boot.Probe;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How verification starts an image. */
@SuppressWarnings("NullAway.Init") // picocli sets options with defaults before anything reads them
final class BootOptions {

  @Option(
      names = "--boot",
      defaultValue = "auto",
      converter = Converter.class,
      paramLabel = "<probe>",
      description = {
        "How to start the image: 'auto' waits for its first TCP port, or loads its main class where"
            + " it has none; 'load' loads the main class; 'exit' runs it to its end;"
            + " 'tcp:8080' and 'http:8080/health' wait for an answer; 'none' does not start it.",
        "Default: auto."
      })
  private Boot boot;

  @Option(
      names = "--boot-timeout",
      defaultValue = "60s",
      converter = TimeConverter.class,
      paramLabel = "<time>",
      description = {
        "How long the started image may take to do what the probe asks, such as 500ms, 90s or 2m.",
        "Default: 60s."
      })
  private Duration timeout;

  /** For picocli. */
  BootOptions() {}

  /** How to start it; empty to leave it. */
  Optional<BootPlan> plan() {
    return boot.plan().map(plan -> plan.within(timeout, plan.grace()));
  }

  /** A value of the option. */
  record Boot(Optional<BootPlan> plan) {}

  /** Reads a value of the option. */
  static final class Converter implements ITypeConverter<Boot> {

    private static final Pattern TCP = Pattern.compile("tcp:([0-9]{1,5})");
    private static final Pattern HTTP = Pattern.compile("http:([0-9]{1,5})(/.*)");

    /** For picocli. */
    Converter() {}

    @Override
    public Boot convert(String text) {
      Matcher tcp = TCP.matcher(text);
      if (tcp.matches()) {
        return probe(new Probe.Tcp(Integer.parseInt(tcp.group(1))));
      }
      Matcher http = HTTP.matcher(text);
      if (http.matches()) {
        return probe(new Probe.Http(Integer.parseInt(http.group(1)), http.group(2)));
      }
      return switch (text) {
        case "auto" -> new Boot(Optional.of(BootPlan.DEFAULT));
        case "load" -> probe(new Probe.DryRun());
        case "exit" -> probe(new Probe.Exit(0));
        case "none" -> new Boot(Optional.empty());
        default ->
            throw new TypeConversionException(
                "'" + text + "' is not auto, load, exit, tcp:<port>, http:<port><path> or none");
      };
    }

    private static Boot probe(Probe probe) {
      return new Boot(Optional.of(BootPlan.DEFAULT.withProbe(probe)));
    }
  }
}
