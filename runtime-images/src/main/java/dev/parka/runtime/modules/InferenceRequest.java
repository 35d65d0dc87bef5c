package dev.parka.runtime.modules;

import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.jdk.Jdk;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the modules are inferred from.
 *
 * @param jdk whose modules are meant
 * @param sources the class path, in order
 * @param mainClass the class that {@code java} launches, where it is known
 * @param wishes what the user says in words of their own
 * @param level how much of the class path counts; without a main class all of it does
 */
public record InferenceRequest(
    Jdk jdk,
    List<ClassSource> sources,
    Optional<ClassName> mainClass,
    Wishes wishes,
    InferenceLevel level) {

  /** A request at the default level. */
  public InferenceRequest(
      Jdk jdk, List<ClassSource> sources, Optional<ClassName> mainClass, Wishes wishes) {
    this(jdk, sources, mainClass, wishes, InferenceLevel.DEFAULT);
  }

  /** Copies the list. */
  public InferenceRequest {
    sources = List.copyOf(sources);
  }

  /**
   * What the user asks for beside the class path.
   *
   * @param addModules modules to add whatever the class files say
   * @param excludeModules modules to leave out whatever the class files say
   * @param jvmFlags flags of the {@code java} command, some of which need modules
   * @param locales BCP 47 language tags beside the default, which need {@code jdk.localedata}
   */
  public record Wishes(
      Set<ModuleName> addModules,
      Set<ModuleName> excludeModules,
      List<String> jvmFlags,
      List<String> locales) {

    /** Nothing asked for. */
    public static final Wishes NONE = new Wishes(Set.of(), Set.of(), List.of(), List.of());

    /** Copies the collections; their order does not matter. */
    public Wishes {
      addModules = sorted(addModules);
      excludeModules = sorted(excludeModules);
      jvmFlags = List.copyOf(jvmFlags);
      locales = List.copyOf(locales);
    }

    private static Set<ModuleName> sorted(Collection<ModuleName> names) {
      return Collections.unmodifiableSet(new TreeSet<>(names));
    }
  }
}
