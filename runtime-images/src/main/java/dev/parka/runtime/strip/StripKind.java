package dev.parka.runtime.strip;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A thing that can be left out of a run-time image, in the order in which they are. */
public enum StripKind {
  /** Debug attributes of class files; jlink's own work. */
  JAVA_DEBUG_ATTRIBUTES("stack traces show no line numbers inside the JDK's own classes"),
  /** Classes and resources of JDK modules that nothing reaches; jlink is told which. */
  UNREFERENCED_CLASSES("what only a name made up at run time would lead to is missing", false),
  /** {@code .symtab}. */
  NATIVE_SYMBOLS("crash reports name exported native functions only"),
  /** {@code .debug_*} and other sections for debuggers and tracers, and {@code *.debuginfo}. */
  NATIVE_DEBUG_INFORMATION("native debuggers find no debug files, tracers no probes"),
  /** {@code .eh_frame} of the virtual machine. */
  NATIVE_UNWIND_TABLES("native debuggers and profilers cannot walk the virtual machine's frames"),
  /** {@code man}. */
  MAN_PAGES("none: nothing in an image reads them"),
  /** {@code include}. */
  HEADERS("none: nothing in an image compiles C"),
  /** {@code lib/jrt-fs.jar}. */
  JRT_FS("other JDKs' tools cannot look into the run-time image"),
  /** {@code lib/classlist}. */
  CLASS_LIST("java -Xshare:dump in the image needs a class list of its own"),
  /** All in {@code bin} but what was asked for, and {@code lib/jexec}. */
  LAUNCHERS("the image has no keytool, jcmd or the like"),
  /** Copies and links in {@code legal}. */
  LEGAL_NOTICES("notices that modules share are found through legal/index"),
  /** Native libraries of java.desktop that nothing loads. */
  NATIVE_LIBRARIES("code that recordings and class files do not show cannot draw or play");

  private final String cost;
  private final boolean isDefault;

  StripKind(String cost) {
    this(cost, true);
  }

  StripKind(String cost, boolean isDefault) {
    this.cost = cost;
    this.isDefault = isDefault;
  }

  /** What is lost, as half a sentence. */
  public String cost() {
    return cost;
  }

  /** Whether it is left out where nobody says anything. */
  public boolean isDefault() {
    return isDefault;
  }

  /** Its name on the command line and in reports, such as {@code native-symbols}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of this word. */
  public static Optional<StripKind> ofWord(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The words of all. */
  public static List<String> words() {
    return Arrays.stream(values()).map(StripKind::word).toList();
  }

  @Override
  public String toString() {
    return word();
  }
}
