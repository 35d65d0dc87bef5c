package dev.parka.runtime.strip;

import dev.parka.runtime.reach.Display;
import java.util.EnumSet;
import java.util.Set;

/** A part of java.desktop, by the native libraries that its code can come to load. */
enum DesktopPart {
  /** {@code java.beans}, and types that do nothing by themselves. */
  BEANS(EnumSet.noneOf(DesktopLibrary.class)),
  /** {@code javax.sound}. */
  SOUND(EnumSet.of(DesktopLibrary.JSOUND)),
  /** What works without a display: images, fonts, drawing, printing. */
  DRAWING(
      EnumSet.of(
          DesktopLibrary.AWT,
          DesktopLibrary.AWT_HEADLESS,
          DesktopLibrary.FONTMANAGER,
          DesktopLibrary.FREETYPE,
          DesktopLibrary.JAVAJPEG,
          DesktopLibrary.LCMS,
          DesktopLibrary.MLIB_IMAGE)),
  /** Windows, and whatever comes with them. */
  WINDOWS(EnumSet.allOf(DesktopLibrary.class));

  private static final String BEANS_PACKAGE = "java/beans/";

  /**
   * What of {@code java.beans} makes objects of java.desktop by names that it has put together or
   * read, or in tables of its own, such as XML of whole windows.
   */
  private static final Set<String> LEADING_ON =
      Set.of(
          "java/beans/Beans",
          "java/beans/DefaultPersistenceDelegate",
          "java/beans/Encoder",
          "java/beans/PersistenceDelegate",
          "java/beans/XMLDecoder",
          "java/beans/XMLEncoder");

  /** In signatures of {@code java.beans}; making one takes another class of java.desktop. */
  private static final Set<String> INERT = Set.of("java/awt/Image");

  @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot be changed
  private final Set<DesktopLibrary> libraries;

  DesktopPart(Set<DesktopLibrary> libraries) {
    this.libraries = Set.copyOf(libraries);
  }

  /** The part that a class of java.desktop or java.datatransfer belongs to, by internal name. */
  static DesktopPart of(String className) {
    if (INERT.contains(className)
        || (className.startsWith(BEANS_PACKAGE)
            && className.indexOf('/', BEANS_PACKAGE.length()) < 0
            && !LEADING_ON.contains(className))) {
      return BEANS;
    }
    if (className.startsWith("javax/sound/")) {
      return SOUND;
    }
    return className.startsWith("java/applet/")
            || className.startsWith("javax/swing/")
            || Display.isNeededForNamed(className)
        ? WINDOWS
        : DRAWING;
  }

  /** The libraries, and those that they load or are linked with. */
  Set<DesktopLibrary> libraries() {
    return libraries;
  }
}
