package dev.parka.runtime.strip;

import java.util.Locale;

/** A native library of java.desktop. */
public enum DesktopLibrary {
  /** Images, colours, loops of drawing; loads one of the next two. */
  AWT,
  /** Drawing where there is no display. */
  AWT_HEADLESS,
  /** Windows of X11. */
  AWT_XAWT,
  /** Shapes of text. */
  FONTMANAGER,
  /** Font files. */
  FREETYPE,
  /** JPEG files. */
  JAVAJPEG,
  /** What native code of others draws with. */
  JAWT,
  /** Sound. */
  JSOUND,
  /** Colour profiles. */
  LCMS,
  /** Filters of images. */
  MLIB_IMAGE,
  /** The picture that {@code -splash} shows. */
  SPLASHSCREEN;

  /** Where it lies in a run-time image. */
  String path() {
    return "lib/lib" + name().toLowerCase(Locale.ROOT) + ".so";
  }
}
