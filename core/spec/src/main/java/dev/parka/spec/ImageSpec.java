package dev.parka.spec;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.annotations.Startup;
import dev.parka.runtime.Problem;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.tree.ImagePath;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What image is wanted; every value was checked.
 *
 * @param reference its name and tag
 * @param base what it stands on
 * @param application what runs in it
 * @param runtime the run-time image under the application
 * @param container how engines run it
 */
public record ImageSpec(
    ImageReference reference,
    BaseImage base,
    Application application,
    JavaRuntime runtime,
    Container container) {

  /**
   * Reads a descriptor.
   *
   * @throws dev.parka.runtime.ParkaException with every error that was found in it
   */
  public static ImageSpec from(ImageDescriptor descriptor) {
    return SpecReader.read(descriptor).orThrow();
  }

  /**
   * The same with something else that makes it start faster, or nothing.
   *
   * @throws dev.parka.runtime.ParkaException [StartupFlag]
   */
  public ImageSpec withStartup(Startup startup) {
    application.jvmFlags().forEach(flag -> StartupFlag.check(flag, startup));
    return with(
        new Application(
            application.mainClass(),
            application.module(),
            application.jvmFlags(),
            application.arguments(),
            startup));
  }

  /** The same with these flags of the java command, in this order, instead of its own. */
  public ImageSpec withJvmFlags(List<JvmFlag> flags) {
    return with(
        new Application(
            application.mainClass(),
            application.module(),
            flags,
            application.arguments(),
            application.startup()));
  }

  /** The same with another main class. */
  public ImageSpec withMainClass(ClassName mainClass) {
    return with(
        new Application(
            mainClass,
            application.module(),
            application.jvmFlags(),
            application.arguments(),
            application.startup()));
  }

  /** The same with this main class, which java finds in a module of the module path. */
  public ImageSpec withMainModule(ModuleName module) {
    return with(
        new Application(
            application.mainClass(),
            Optional.of(module),
            application.jvmFlags(),
            application.arguments(),
            application.startup()));
  }

  private ImageSpec with(Application other) {
    return new ImageSpec(reference, base, other, runtime, container);
  }

  /** The same for one platform, whatever others are wanted. */
  public ImageSpec withPlatform(Platform platform) {
    JavaRuntime other =
        new JavaRuntime(
            runtime.javaVersion(),
            runtime.addModules(),
            runtime.excludeModules(),
            runtime.leanness(),
            List.of(platform));
    return new ImageSpec(reference, base, application, other, container);
  }

  /** What module inference should know of this. */
  public InferenceRequest.Wishes wishes() {
    return new InferenceRequest.Wishes(
        runtime.addModules(),
        runtime.excludeModules(),
        application.jvmFlags().stream().map(JvmFlag::value).toList(),
        runtime.locales());
  }

  /**
   * What runs.
   *
   * @param mainClass the class that java launches
   * @param module the module that it is in, of those of the module path; none on the class path
   * @param jvmFlags flags of the java command, in order
   * @param arguments arguments of the main method, in order
   * @param startup what makes it start faster
   */
  public record Application(
      ClassName mainClass,
      Optional<ModuleName> module,
      List<JvmFlag> jvmFlags,
      List<String> arguments,
      Startup startup) {

    /** Copies the lists. */
    public Application {
      jvmFlags = List.copyOf(jvmFlags);
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * What it runs on.
   *
   * @param javaVersion the feature version; that of the JDK at hand when empty
   * @param addModules modules beside those that class files show
   * @param excludeModules modules to leave out
   * @param leanness what of the modules is wanted
   * @param platforms where it should run; the platform at hand when empty
   */
  public record JavaRuntime(
      OptionalInt javaVersion,
      Set<ModuleName> addModules,
      Set<ModuleName> excludeModules,
      Leanness leanness,
      List<Platform> platforms) {

    /** Copies the collections. */
    public JavaRuntime {
      addModules = Set.copyOf(addModules);
      excludeModules = Set.copyOf(excludeModules);
      platforms = List.copyOf(platforms);
    }

    /** BCP 47 language tags beside English. */
    public List<String> locales() {
      return leanness.locales();
    }
  }

  /**
   * What of its modules is in a run-time image, and how.
   *
   * @param locales BCP 47 language tags beside English
   * @param strips the things that are left out
   * @param compressModules whether classes and resources are compressed in it
   */
  public record Leanness(List<String> locales, Set<StripKind> strips, boolean compressModules) {

    /** Copies the collections. */
    public Leanness {
      locales = List.copyOf(locales);
      strips = Set.copyOf(strips);
    }
  }

  /**
   * How engines run it.
   *
   * @param process who runs it, where, and what stops it
   * @param environment environment variables, in order
   * @param labels labels, in order
   * @param ports what it listens on
   * @param volumes where data lies that outlives a container
   */
  public record Container(
      MainProcess process,
      List<EnvironmentVariable> environment,
      List<ImageLabel> labels,
      SortedSet<Port> ports,
      SortedSet<ImagePath> volumes) {

    /** Copies the collections. */
    public Container {
      environment = List.copyOf(environment);
      labels = List.copyOf(labels);
      ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
      volumes = Collections.unmodifiableSortedSet(new TreeSet<>(volumes));
    }
  }

  /**
   * The process.
   *
   * @param user who runs it
   * @param rootIsMeant whether root was asked for in so many words
   * @param workingDirectory where it starts
   * @param stopSignal what stops it
   * @param healthProbe how an engine asks whether it is well
   */
  public record MainProcess(
      UserId user,
      boolean rootIsMeant,
      ImagePath workingDirectory,
      StopSignal stopSignal,
      Optional<HealthProbe> healthProbe) {}

  /**
   * One bad value.
   *
   * @param attribute the attribute of {@code @ContainerImage}, such as {@code ports}
   * @param index its place in the attribute's list, from 0; empty for the attribute as a whole
   * @param problem what is wrong
   */
  public record AttributeProblem(String attribute, OptionalInt index, Problem problem) {}
}
