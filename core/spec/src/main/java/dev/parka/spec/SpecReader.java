package dev.parka.spec;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.tree.ImagePath;
import java.time.Duration;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes an {@link ImageSpec} of an {@link ImageDescriptor} and finds everything that is wrong. */
public final class SpecReader {

  private static final int OLDEST_JAVA = 17;

  /** What engines take in {@code WORKDIR} and {@code VOLUME} without quoting of any kind. */
  private static final Pattern PLAIN_PATH = Pattern.compile("/[A-Za-z0-9._+@/-]*");

  private final ImageDescriptor descriptor;
  private final Attributes attributes = new Attributes();

  private SpecReader(ImageDescriptor descriptor) {
    this.descriptor = descriptor;
  }

  /** Reads every attribute; never throws on a bad value. */
  public static SpecReading read(ImageDescriptor descriptor) {
    return new SpecReader(descriptor).read();
  }

  private SpecReading read() {
    Optional<ClassName> mainClass =
        attributes.parse("mainClass", () -> new ClassName(descriptor.mainClass()));
    Optional<ImageReference> reference = mainClass.flatMap(this::reference);
    Optional<BaseImage> base = attributes.parse("base", () -> BaseImage.parse(descriptor.base()));
    base.flatMap(BaseImage::unpinned)
        .ifPresent(warning -> attributes.add("base", OptionalInt.empty(), warning));
    ImageSpec.JavaRuntime runtime = runtime();
    List<JvmFlag> jvmFlags =
        attributes.parseAll(
            "jvmFlags",
            descriptor.jvmFlags(),
            flag -> StartupFlag.check(new JvmFlag(flag), descriptor.startup()));
    List<String> arguments =
        attributes.parseAll("arguments", descriptor.arguments(), text("an argument"));
    Optional<ImageSpec.Container> container = container();
    if (attributes.hasErrors()) {
      return new SpecReading(Optional.empty(), attributes.problems());
    }
    ImageSpec spec =
        new ImageSpec(
            reference.orElseThrow(),
            base.orElseThrow(),
            new ImageSpec.Application(
                mainClass.orElseThrow(),
                Optional.empty(),
                jvmFlags,
                arguments,
                descriptor.startup()),
            runtime,
            container.orElseThrow());
    return new SpecReading(Optional.of(spec), attributes.problems());
  }

  private Optional<ImageReference> reference(ClassName mainClass) {
    String given = descriptor.name();
    Optional<String> name =
        attributes.parse(
            "name",
            () ->
                given.isEmpty()
                    ? DefaultName.of(mainClass)
                    : new ImageReference(given, Optional.empty(), Optional.empty()).repository());
    return name.flatMap(n -> attributes.parse("tag", () -> ImageReference.of(n, descriptor.tag())));
  }

  private ImageSpec.JavaRuntime runtime() {
    Optional<OptionalInt> javaVersion = attributes.parse("javaVersion", this::javaVersion);
    return new ImageSpec.JavaRuntime(
        javaVersion.orElse(OptionalInt.empty()),
        modules("addModules", descriptor.addModules()),
        modules("excludeModules", descriptor.excludeModules()),
        new ImageSpec.Leanness(
            attributes.parseAll("locales", descriptor.locales(), SpecReader::locale),
            new WantedStrips(attributes).read(descriptor),
            descriptor.compressModules()),
        attributes.parseAll("platforms", descriptor.platforms(), Platform::parse));
  }

  private OptionalInt javaVersion() {
    int version = descriptor.javaVersion();
    if (version == 0) {
      return OptionalInt.empty();
    }
    if (version < OLDEST_JAVA) {
      throw new ParkaException(
          SpecProblem.BAD_JAVA_VERSION,
          "javaVersion is " + version,
          "use " + OLDEST_JAVA + " or later, or 0 for the JDK at hand");
    }
    return OptionalInt.of(version);
  }

  private Set<ModuleName> modules(String attribute, List<String> names) {
    return new TreeSet<>(attributes.parseAll(attribute, names, ModuleName::new));
  }

  private static String locale(String tag) {
    try {
      String normal = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
      if (!tag.isEmpty() && normal.equalsIgnoreCase(tag)) {
        return normal;
      }
    } catch (IllformedLocaleException e) {
      // Said below, for every kind of bad tag.
    }
    throw new ParkaException(
        SpecProblem.BAD_LOCALE,
        "'" + Printable.of(tag) + "' is no language tag",
        "write it as BCP 47 does, as in de or pt-BR");
  }

  private Optional<ImageSpec.Container> container() {
    List<EnvironmentVariable> environment =
        attributes.parseAll(
            "env", descriptor.env(), e -> new EnvironmentVariable(e.getKey(), e.getValue()));
    unique(
        "env",
        descriptor.env(),
        SpecProblem.DUPLICATE_ENVIRONMENT_NAME,
        "the environment variable",
        "environment variable");
    List<ImageLabel> labels =
        attributes.parseAll(
            "labels", descriptor.labels(), e -> new ImageLabel(e.getKey(), e.getValue()));
    unique("labels", descriptor.labels(), SpecProblem.DUPLICATE_LABEL_KEY, "the label", "label");
    Set<Port> ports =
        new TreeSet<>(
            attributes.parseAll("ports", descriptor.ports(), n -> new Port(n, Port.Protocol.TCP)));
    ports.addAll(
        attributes.parseAll(
            "udpPorts", descriptor.udpPorts(), n -> new Port(n, Port.Protocol.UDP)));
    Set<ImagePath> volumes =
        new TreeSet<>(
            attributes.parseAll("volumes", descriptor.volumes(), path -> path("volume", path)));
    return process()
        .map(
            process ->
                new ImageSpec.Container(
                    process, environment, labels, new TreeSet<>(ports), new TreeSet<>(volumes)));
  }

  private Optional<ImageSpec.MainProcess> process() {
    Optional<UserId> user = attributes.parse("user", () -> UserId.parse(descriptor.user()));
    user.filter(UserId::isRoot)
        .filter(root -> !descriptor.allowRoot())
        .ifPresent(
            root ->
                warn(
                    "user",
                    SpecProblem.ROOT_USER,
                    "the application runs as root (" + root + ")",
                    "use a number other than 0, or say allowRoot if it is meant"));
    Optional<ImagePath> directory =
        attributes.parse(
            "workingDirectory", () -> path("working directory", descriptor.workingDirectory()));
    Optional<StopSignal> signal =
        attributes.parse("stopSignal", () -> new StopSignal(descriptor.stopSignal()));
    Optional<Optional<HealthProbe>> probe =
        attributes.parse("healthCheck", () -> healthProbe(descriptor.healthCheck()));
    if (user.isEmpty() || directory.isEmpty() || signal.isEmpty() || probe.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ImageSpec.MainProcess(
            user.get(), descriptor.allowRoot(), directory.get(), signal.get(), probe.get()));
  }

  private static Optional<HealthProbe> healthProbe(ImageDescriptor.HealthProbe probe) {
    if (probe.command().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new HealthProbe(
            probe.command(),
            Duration.ofSeconds(probe.interval()),
            Duration.ofSeconds(probe.timeout()),
            Duration.ofSeconds(probe.startPeriod()),
            probe.retries()));
  }

  private static ImagePath path(String what, String path) {
    if (!PLAIN_PATH.matcher(path).matches()) {
      throw new ParkaException(
          SpecProblem.BAD_PATH,
          "the " + what + " '" + Printable.of(path) + "' is no plain absolute path",
          "use letters, digits, '.', '_', '+', '@' and '-' between slashes, as in /var/lib/app");
    }
    return new ImagePath(path);
  }

  private static Function<String, String> text(String what) {
    return value -> {
      Text.check(what, value);
      return value;
    };
  }

  private void unique(
      String attribute,
      List<Map.Entry<String, String>> entries,
      SpecProblem id,
      String what,
      String kind) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      String name = entries.get(i).getKey();
      if (!seen.add(name)) {
        Problem problem =
            new Problem(
                id, what + " " + Printable.of(name) + " is given twice", "keep one of them");
        attributes.add(attribute, OptionalInt.of(i), problem);
      }
      OptionalInt index = OptionalInt.of(i);
      Secrets.find(kind, Printable.of(name), entries.get(i).getValue())
          .ifPresent(problem -> attributes.add(attribute, index, problem));
    }
  }

  private void warn(String attribute, SpecProblem id, String fact, String fix) {
    attributes.add(attribute, OptionalInt.empty(), new Problem(id, fact, fix));
  }
}
