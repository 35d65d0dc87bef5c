package dev.parka.cli;

import dev.parka.image.BuiltImage;
import dev.parka.image.ContainerImages;
import dev.parka.image.ImageIndex;
import dev.parka.jdks.JdkSource;
import dev.parka.oci.LayerCompression;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.Platform;
import dev.parka.verify.Finding;
import dev.parka.verify.VerificationReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parka-cli build}: from a class path to an image. */
@Command(
    name = "build",
    description = "Builds a container image without a daemon and saves it.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  parka-cli build --class-path 'app.jar:lib/*' --main-class com.acme.App --output app.tar",
      "  parka-cli build --module-path mods --module com.acme.app/com.acme.App --output app.tar",
      "  parka-cli build --class-path app.jar --output app.tar --verify --report report.html"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class BuildCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ClassPathOptions application;
  @Mixin private ModulePathOptions modular;
  @Mixin private ImageOptions options;
  @Mixin private ChoiceOptions choice;
  @Mixin private LibraryOptions libraries;
  @Mixin private StartupOptions startup;

  @Option(
      names = "--output",
      required = true,
      paramLabel =
          "<file.tar>|<directory>/|docker-archive:<file.tar>|docker-daemon:|podman:|registry:<reference>",
      description = {
        "Where the image, or the index of several, goes: an OCI image layout as a tar, or as a"
            + " directory if it ends in '/';",
        "a tar for 'docker load'; the store of an engine; or the repository and tag of a registry."
      })
  private ImageOutput output;

  @Mixin private RegistryFlags registry;
  @Mixin private BaseFlags base;

  @Option(
      names = "--compression",
      defaultValue = "gzip",
      paramLabel = "gzip|zstd[:<level>]",
      converter = CompressionConverter.class,
      description =
          "How layers are compressed: gzip (1 to 9, by default 9) or zstd (1 to 22, by default"
              + " 19).")
  private LayerCompression compression;

  @Option(
      names = "--annotation",
      paramLabel = "<key=value>",
      description = {
        "What the manifest says as well, such as org.opencontainers.image.source=<address>",
        "or org.opencontainers.image.revision=<commit>; a label of such a name is said there"
            + " anyway."
      })
  private Map<String, String> annotations = new LinkedHashMap<>();

  @Option(
      names = "--prove",
      description = {
        "Links the run-time image twice, each time in a JVM of its own, and compares every file.",
        "One from the cache does not count."
      })
  private boolean prove;

  @Option(
      names = "--keep-classes",
      split = ",",
      paramLabel = "<pattern>",
      description = {
        "Classes of the JDK that --strip=unreferenced-classes never leaves out,",
        "such as 'sun.net.www.protocol.*'."
      })
  private List<String> keptClasses = new ArrayList<>();

  @Option(names = "--verify", description = "Verifies the image before it is saved; see --boot.")
  private boolean verify;

  @Option(
      names = "--verify-reproducible",
      description = {
        "Builds the image once more, in another directory, time zone and locale and with nothing",
        "remembered, and ends with 1, saving nothing, where a byte differs; what differs is told."
      })
  private boolean reproducible;

  @Mixin private BootOptions boot;
  @Mixin private PageOptions page;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json",
      description = "How to print the report.")
  private OutputFormat format;

  /** For picocli. */
  BuildCommand() {}

  /** A build of which no more was said. */
  BuildCommand(ClassPathOptions application, ImageOptions options, ImageOutput output) {
    this.application = application;
    modular = new ModulePathOptions();
    this.options = options;
    this.output = output;
    choice = new ChoiceOptions();
    libraries = new LibraryOptions();
    startup = new StartupOptions();
    registry = new RegistryFlags();
    base = new BaseFlags();
    compression = LayerCompression.GZIP;
    boot = new BootOptions();
    page = new PageOptions();
    format = OutputFormat.TEXT;
  }

  @Override
  public Integer call() {
    return run(spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  /** Builds, and answers with the exit code. */
  int run(PrintWriter out, PrintWriter err) {
    output.require();
    modular.requireOr(application);
    ClassPath classPath = application.classPath();
    ImageSpec imageSpec = SpecSource.readForBuild(classPath, application, modular, options, err);
    List<Platform> platforms = imageSpec.runtime().platforms();
    page.require(platforms.size());
    JdkChoices jdks = application.jdks(platforms);
    ContainerImages wanted = wanted(imageSpec, classPath, err);
    if (platforms.size() < 2) {
      Optional<JdkSource> jdk = jdks.of(platforms.stream().findFirst());
      ContainerImages build = jdk.map(wanted::jdk).orElse(wanted);
      try (BuiltImage image = build.build()) {
        List<Finding> differences = reproducible ? build.reproduce(image) : List.of();
        if (!differences.isEmpty()) {
          differences.forEach(out::println);
          out.flush();
          return ExitCode.FINDINGS;
        }
        return finish(
            List.of(image),
            report -> report.print(image, () -> output.save(image, registry.options())),
            out,
            err);
      }
    }
    requireRoomFor(platforms);
    try (ImageIndex index =
        wanted.buildFor(jdks.forEach(platforms, imageSpec.runtime().javaVersion()))) {
      return finish(
          index.images(),
          report -> report.print(index, () -> output.save(index, registry.options())),
          out,
          err);
    }
  }

  private ContainerImages wanted(ImageSpec imageSpec, ClassPath classPath, PrintWriter err) {
    ContainerImages wanted =
        base.on(ContainerImages.of(imageSpec).classPath(classPath).modulePath(modular.path()))
            .registry(registry.options());
    for (Map.Entry<String, String> annotation : annotations.entrySet()) {
      wanted = wanted.annotation(annotation.getKey(), annotation.getValue());
    }
    return startup
        .apply(libraries.on(wanted))
        .choice(choice.choice())
        .cache(choice.wantsCache())
        .prove(prove)
        .keepClasses(keptClasses)
        .time(SourceDate.orDefault(ContainerImages.DEFAULT_TIME))
        .compression(compression)
        .listener(ConsoleProgress.of(err));
  }

  private void requireRoomFor(List<Platform> platforms) {
    if (!output.takesIndex()) {
      throw new ParameterException(
          spec.commandLine(),
          "--output="
              + output
              + " takes the image of one platform, and "
              + platforms.size()
              + " are wanted: name one with --platform, or an image layout or a registry");
    }
  }

  private int finish(
      List<BuiltImage> images, Consumer<BuildPrinter> printed, PrintWriter out, PrintWriter err) {
    Map<BuiltImage, VerificationReport> reports = new LinkedHashMap<>();
    for (BuiltImage image : images) {
      image.traceComparison().ifPresent(comparison -> Comparisons.print(comparison, err));
      if (verify) {
        reports.put(image, boot.plan().map(image::verify).orElseGet(image::verifyWithoutBoot));
      }
    }
    BuildPrinter printer = new BuildPrinter(out, format, reports);
    printed.accept(printer);
    for (BuiltImage image : images) {
      // Standard output is the program's where it reads JSON.
      page.write(image, Optional.ofNullable(reports.get(image)))
          .ifPresent(format == OutputFormat.JSON ? err::println : out::println);
    }
    out.flush();
    return printer.isGood() ? ExitCode.GOOD : ExitCode.FINDINGS;
  }
}
