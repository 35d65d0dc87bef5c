package dev.parka.cli;

import dev.parka.annotations.Startup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code @ContainerImage} says, as options; what is given here goes before what it says. */
final class ImageOptions {

  @Option(names = "--name", paramLabel = "<repository>", description = "The image's name.")
  @Nullable String name;

  @Option(names = "--tag", paramLabel = "<tag>", description = "The image's tag.")
  @Nullable String tag;

  @Option(
      names = "--base",
      paramLabel = "<reference>",
      description = "What the image stands on: 'scratch' or a reference.")
  @Nullable String base;

  @Option(
      names = "--startup",
      converter = WordConverter.StartupKind.class,
      paramLabel = "none|cds|app-cds|aot-cache",
      description = "What makes the application start faster; by default nothing.")
  @Nullable Startup startup;

  @Mixin WishOptions wishes = new WishOptions();

  @Mixin StripOptions strips = new StripOptions();

  @Option(
      names = "--argument",
      preprocessor = WordPreprocessor.class,
      paramLabel = "<argument>",
      description = "An argument of the main method.")
  List<String> arguments = new ArrayList<>();

  @Option(names = "--env", paramLabel = "<name=value>", description = "An environment variable.")
  Map<String, String> env = new LinkedHashMap<>();

  @Option(names = "--label", paramLabel = "<key=value>", description = "A label.")
  Map<String, String> labels = new LinkedHashMap<>();

  @Option(
      names = "--port",
      split = ",",
      paramLabel = "<port>",
      description = "A TCP port that the application listens on.")
  List<Integer> ports = new ArrayList<>();

  @Option(
      names = "--udp-port",
      split = ",",
      paramLabel = "<port>",
      description = "A UDP port that the application listens on.")
  List<Integer> udpPorts = new ArrayList<>();

  @Option(
      names = "--health-check",
      preprocessor = WordPreprocessor.class,
      paramLabel = "<word>",
      description = {
        "The command by which an engine asks whether the application is well, a word each time,",
        "as in --health-check=/opt/java/bin/java --health-check=com.acme.Ping."
      })
  List<String> healthCheck = new ArrayList<>();

  @Option(
      names = "--volume",
      paramLabel = "<path>",
      description = "A path that holds data which outlives a container.")
  List<String> volumes = new ArrayList<>();

  @Option(
      names = "--user",
      paramLabel = "<uid[:gid]>",
      description = "Who runs the application, as numbers.")
  @Nullable String user;

  @Option(names = "--allow-root", description = "Says that --user=root is meant.")
  boolean allowRoot;

  @Option(
      names = "--working-directory",
      paramLabel = "<path>",
      description = "Where the application starts.")
  @Nullable String workingDirectory;

  @Option(
      names = "--stop-signal",
      paramLabel = "<signal>",
      description = "What stops the application.")
  @Nullable String stopSignal;

  @Option(
      names = "--platform",
      split = ",",
      paramLabel = "<platform>",
      description = {
        "What the image is for: linux/amd64 or linux/arm64.",
        "For several there is an image each, and an index of them."
      })
  List<String> platforms = new ArrayList<>();

  /** For picocli. */
  ImageOptions() {}
}
