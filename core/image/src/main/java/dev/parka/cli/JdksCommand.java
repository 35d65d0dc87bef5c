package dev.parka.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parka.jdks.FoundJdk;
import dev.parka.jdks.JdkWish;
import dev.parka.runtime.jdk.InstalledJdks;
import dev.parka.runtime.jdk.Jdk;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parka-cli jdks}: the JDKs of this machine, and what images can be linked from them. */
@Command(
    name = "jdks",
    description = {
      "Lists the JDKs of this machine, the running one first; with --jdk, the one that is named.",
      "Of each: version, processor, what modules are linked from, whether it opens windows, home."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  parka-cli jdks --jdk 'debs/*'")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class JdksCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private JdkOption jdk;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json",
      description = "How to print them.")
  private OutputFormat format;

  /** For picocli. */
  JdksCommand() {}

  @Override
  public Integer call() {
    Optional<FoundJdk> named = jdk.find(JdkWish.ANY);
    List<Jdk> jdks =
        named
            .map(found -> List.of(found.jdk()))
            .orElseGet(() -> InstalledJdks.ofThisMachine().jdks());
    PrintWriter out = spec.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      out.println(Json.text(json(jdks)));
    } else {
      jdks.forEach(one -> out.println(line(one)));
    }
    out.flush();
    return ExitCode.GOOD;
  }

  private static String line(Jdk jdk) {
    return String.join(
        "\t",
        jdk.version().toString(),
        jdk.platformName(),
        word(jdk),
        jdk.isHeadless() ? "headless" : "windows",
        jdk.home().toString(),
        jdk.vendor());
  }

  private static ArrayNode json(List<Jdk> jdks) {
    ArrayNode array = Json.array();
    for (Jdk jdk : jdks) {
      array
          .addObject()
          .put("home", jdk.home().toString())
          .put("version", jdk.version().toString())
          .put("featureVersion", jdk.featureVersion())
          .put("vendor", jdk.vendor())
          .put("architecture", jdk.architecture().ociName())
          .put("libc", jdk.libc().name().toLowerCase(Locale.ROOT))
          .put("linksFrom", word(jdk))
          .put("headless", jdk.isHeadless());
    }
    return array;
  }

  private static String word(Jdk jdk) {
    return switch (jdk.linkSource()) {
      case JMODS -> "jmods";
      case RUNTIME_IMAGE -> "itself";
      case NONE -> "nothing";
    };
  }
}
