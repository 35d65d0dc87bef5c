package dev.parka.cli;

import static java.util.stream.Collectors.toCollection;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.plan.ModuleChoice;
import dev.parka.plan.ModuleSearch;
import dev.parka.runtime.Printable;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.link.JlinkOptions;
import dev.parka.runtime.link.LinkPlan;
import dev.parka.runtime.link.Linker;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import dev.parka.runtime.strip.DesktopLibrary;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.strip.StripPlan;
import dev.parka.spec.ImageSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code parka-cli link}: what the runtime stage of a generated Dockerfile has to be done. It is
 * told everything that the plan says and finds out nothing by itself, but which classes nothing
 * leads to.
 */
@Command(
    name = "link",
    description = {
      "Links a run-time image from the JDK that runs this, as a generated Dockerfile asks for it.",
      "What is left out is only what --strip names; --class-path or --module-path, --main-class and"
          + " --jvm-flag tell of the application, for --strip=unreferenced-classes."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer =
        "  parka-cli link --modules java.base,java.sql --strip native-symbols --output /linked")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class LinkCommand implements Callable<Integer> {

  /** Stands for the main class where the stage names none. */
  private static final String NO_CLASS = "Main";

  @Mixin private StageOptions stage;

  @Option(
      names = "--modules",
      required = true,
      split = ",",
      paramLabel = "<module>",
      description = "The root modules.")
  private List<String> modules;

  @Option(
      names = "--strip",
      split = ",",
      paramLabel = "<thing>",
      converter = StripKindConverter.class,
      description = "What is left out; see docs/stripping.md.")
  private List<StripKind> strips = new ArrayList<>();

  @Option(
      names = "--launchers",
      split = ",",
      paramLabel = "<command>",
      description = "The commands that stay where launchers go.")
  private List<String> launchers = new ArrayList<>();

  @Option(
      names = "--unused-libraries",
      split = ",",
      paramLabel = "<library>",
      description = "The libraries that go where native-libraries go.")
  private List<DesktopLibrary> unused = new ArrayList<>();

  @Option(
      names = "--locale",
      split = ",",
      paramLabel = "<tag>",
      description = "A locale beside English.")
  private List<String> locales = new ArrayList<>();

  @Option(names = "--compress-modules", description = "Compresses the JDK's classes.")
  private boolean compressed;

  @Option(
      names = "--jvm-flag",
      preprocessor = WordPreprocessor.class,
      paramLabel = "<flag>",
      description = "A flag of its java command.")
  private List<String> jvmFlags = new ArrayList<>();

  /** For picocli. */
  LinkCommand() {}

  @Override
  public Integer call() {
    Jdk jdk = Jdk.running();
    SortedSet<ModuleName> names =
        modules.stream().map(ModuleName::new).collect(toCollection(TreeSet::new));
    StripPlan plan = StripPlan.of(strips).withLaunchers(launchers).withUnused(unused);
    List<String> excluded =
        plan.has(StripKind.UNREFERENCED_CLASSES) ? unreferenced(jdk, names) : List.of();
    new Linker()
        .link(
            new LinkPlan(jdk, new JlinkOptions(names, locales, compressed))
                .withStrips(plan)
                .withExcludedResources(excluded),
            stage.output());
    return ExitCode.GOOD;
  }

  private List<String> unreferenced(Jdk jdk, SortedSet<ModuleName> names) {
    SortedMap<ModuleName, List<Reason>> reasons = new TreeMap<>();
    names.forEach(name -> reasons.put(name, List.of(new Reason("planned"))));
    return ModuleSearch.by(ModuleChoice.DEFAULT)
        .unreferenced(
            jdk,
            stage.sources(jdk, jvmFlags),
            ImageSpec.from(new Planned(stage.mainClass().orElse(NO_CLASS), jvmFlags, modules)),
            new RootModules(reasons, List.of()),
            List.of())
        .patterns();
  }

  /** What of the image has to do with its classes. */
  private record Planned(String mainClass, List<String> jvmFlags, List<String> addModules)
      implements ImageDescriptor {}

  /** Reads a word such as {@code native-symbols}. */
  static final class StripKindConverter implements ITypeConverter<StripKind> {

    /** For picocli. */
    StripKindConverter() {}

    @Override
    public StripKind convert(String text) {
      return StripKind.ofWord(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + Printable.of(text) + "' is nothing that can be stripped"));
    }
  }
}
