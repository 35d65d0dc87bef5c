package dev.parka.runtime.strip;

import dev.parka.runtime.classes.BadClassFileException;
import dev.parka.runtime.classes.ClassDefinition;
import dev.parka.runtime.classes.MemberReference;
import dev.parka.runtime.modules.InferenceLevel;
import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.ReachedApplication;
import dev.parka.runtime.reach.Display;
import dev.parka.runtime.reach.Executed;
import dev.parka.runtime.reach.ReachedClass;
import dev.parka.runtime.trace.Trace;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds the native libraries of java.desktop that an application can come to load: by the classes
 * of java.desktop that its code refers to, that it or a file names, and that a recorded run loaded.
 * Where that says nothing, all of them are taken to be in use.
 */
public final class DesktopUse {

  private static final ModuleName DESKTOP = new ModuleName("java.desktop");
  private static final ModuleName DATA_TRANSFER = new ModuleName("java.datatransfer");

  /** Has no code: requires everything. */
  private static final ModuleName AGGREGATE = new ModuleName("java.se");

  /** Classes that are loaded before any of the libraries for drawing is. */
  private static final Set<String> LOADERS =
      Set.of(
          "java.awt.Toolkit",
          "sun.awt.image.NativeLibLoader",
          "sun.font.FontManagerNativeLibrary",
          "sun.java2d.cmm.lcms.LCMS");

  private static final String SOUND_LOADER = "com.sun.media.sound.Platform";

  private static final String EDITORS = "java/beans/PropertyEditorManager";
  private static final Pattern EDITED = Pattern.compile("(?:.*[/$])?(?:Color|Font)");

  private static final Pattern LOOK_UP =
      Pattern.compile(
          "\\w*forName|isPresent|newInstance|(?:load|find|lookup|resolve|try|create|init)\\w*class\\w*",
          Pattern.CASE_INSENSITIVE);

  private boolean seesEditors;
  private final Set<DesktopLibrary> used = EnumSet.noneOf(DesktopLibrary.class);

  private DesktopUse() {}

  /**
   * The libraries that go unused; none where java.desktop is not linked or is asked for by name.
   *
   * @param application may be asked for more after it
   * @param roots the modules that are linked
   * @param trace what recorded runs loaded
   * @throws dev.parka.runtime.ParkaException as an inference does
   */
  public static SortedSet<DesktopLibrary> unused(
      ReachedApplication application, Set<ModuleName> roots, Optional<Trace> trace) {
    ModuleCatalog catalog = application.catalog();
    SortedSet<ModuleName> linked = catalog.closure(roots);
    if (!linked.contains(DESKTOP)
        || application.request().wishes().addModules().contains(DESKTOP)
        || isUsedByModules(linked, catalog)) {
      return Collections.emptySortedSet();
    }
    DesktopUse use = new DesktopUse();
    trace.ifPresent(use::add);
    use.add(application);
    SortedSet<DesktopLibrary> unused = new TreeSet<>(EnumSet.allOf(DesktopLibrary.class));
    unused.removeAll(use.used);
    return unused;
  }

  /** Code of other modules of the JDK is not looked at. */
  private static boolean isUsedByModules(SortedSet<ModuleName> linked, ModuleCatalog catalog) {
    return linked.stream()
        .filter(module -> !module.equals(DESKTOP) && !module.equals(AGGREGATE))
        .anyMatch(module -> catalog.closure(Set.of(module)).contains(DESKTOP));
  }

  private void add(Trace trace) {
    Set<String> loaded = trace.classes().getOrDefault(DESKTOP, new TreeSet<>());
    if (loaded.stream().anyMatch(LOADERS::contains)) {
      used.addAll(DesktopPart.WINDOWS.libraries());
    }
    if (loaded.contains(SOUND_LOADER)) {
      used.addAll(DesktopPart.SOUND.libraries());
    }
  }

  private void add(ReachedApplication application) {
    application.mentioned().forEach(name -> add(name, application));
    if (application.level() == InferenceLevel.SAFE) {
      for (ReachedClass reached : application.reached().classes()) {
        for (ClassDefinition definition : reached.definitions()) {
          definition.file().references().forEach(name -> add(name, application));
        }
        reached.names().forEach(name -> add(name, application));
      }
    } else {
      addExecuted(application);
    }
    if (seesEditors && hasNamesakes(application)) {
      used.addAll(DesktopPart.DRAWING.libraries());
    }
  }

  private void addExecuted(ReachedApplication application) {
    addWindows(application);
    Executed executed = application.executed();
    executed.uses().keySet().forEach(name -> add(name, application));
    executed
        .code()
        .forEach(
            (user, code) -> {
              code.members().forEach(this::add);
              for (String text : code.strings()) {
                String name = text.replace('.', '/');
                if (isOfDesktop(name, application) && isLookedUpBy(user, application)) {
                  add(name, application);
                }
              }
            });
  }

  /** Code that may not get far has the exception that it expects only if the library is there. */
  private void addWindows(ReachedApplication application) {
    for (ReachedClass reached : application.reached().classes()) {
      for (ClassDefinition definition : reached.definitions()) {
        for (String name : definition.file().references()) {
          if (Display.isNeededForNamed(name)) {
            add(name, application);
          }
        }
      }
    }
  }

  private void add(String name, ReachedApplication application) {
    seesEditors |= name.equals(EDITORS);
    if (isOfDesktop(name, application)) {
      used.addAll(DesktopPart.of(name).libraries());
    }
  }

  private static boolean isOfDesktop(String name, ReachedApplication application) {
    return !application.classes().has(name)
        && application
            .catalog()
            .moduleOf(name.replace('/', '.'))
            .filter(module -> module.equals(DESKTOP) || module.equals(DATA_TRANSFER))
            .isPresent();
  }

  /** Libraries have lists of names, too, of classes that they would rather not see. */
  private static boolean isLookedUpBy(String user, ReachedApplication application) {
    ReachedClass reached = application.reached().find(user);
    if (application.isOwn(user) || reached == null) {
      return true;
    }
    for (ClassDefinition definition : reached.definitions()) {
      try {
        for (MemberReference member : definition.file().members(owner -> true)) {
          if (LOOK_UP.matcher(member.name()).matches()) {
            return true;
          }
        }
      } catch (BadClassFileException e) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@code PropertyEditorManager} takes its own editor of colours for one of any class that is
   * called {@code Color}, and draws it.
   */
  private static boolean hasNamesakes(ReachedApplication application) {
    return application.reached().classes().stream()
        .anyMatch(reached -> EDITED.matcher(reached.name()).matches());
  }

  /** Ways to java.desktop that no reference to its classes shows. */
  private void add(MemberReference member) {
    boolean asksForImages =
        member.name().equals("getContent") && member.owner().startsWith("java/net/");
    boolean loadsIcons =
        member.name().equals("loadImage") && member.signature().endsWith(")Ljava/awt/Image;");
    if (asksForImages || loadsIcons) {
      used.addAll(DesktopPart.DRAWING.libraries());
    }
  }
}
