package dev.parka.runtime.reach;

import java.util.Set;

/**
 * What needs a display, which a container has not: the constructors of windows throw {@code
 * HeadlessException} there, so that code after them does not run, and windows are no reason for the
 * module java.desktop. Drawing, fonts, images, beans and Swing's models work without a display and
 * are one. Source: {@code java.awt.GraphicsEnvironment.checkHeadless} and who calls it.
 */
public final class Display {

  private static final Set<String> WINDOWS =
      Set.of(
          "java/awt/Window",
          "java/awt/Frame",
          "java/awt/Dialog",
          "java/awt/FileDialog",
          "javax/swing/JWindow",
          "javax/swing/JFrame",
          "javax/swing/JDialog");

  /** What code that looks it up by name finds to be unsupported there. */
  private static final Set<String> UNSUPPORTED =
      Set.of("java/awt/Desktop", "java/awt/Robot", "java/awt/SystemTray", "java/awt/Taskbar");

  private static final String EVENTS = "java/awt/event/Window";

  private Display() {}

  /** Whether a class of the JDK is a window. */
  static boolean isWindow(String name) {
    return WINDOWS.contains(name);
  }

  /** Whether the mere name of a class of the JDK tells nothing, as a display is needed for it. */
  public static boolean isNeededForNamed(String name) {
    return isNeededFor(name) || UNSUPPORTED.contains(name);
  }

  /** Whether a class of the JDK is of no use without a window. */
  static boolean isNeededFor(String name) {
    return isWindow(name) || name.startsWith(EVENTS);
  }
}
