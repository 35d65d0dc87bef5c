package dev.parka.runtime.link;

import dev.parka.runtime.jdk.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How jlink is started so that it writes the same bytes every time.
 *
 * <p>Two orders hang on chance. jlink iterates over {@code Set.of} and {@code Map.of}, whose order
 * hangs on a number that each JVM draws from the clock (JDK-8392531): each recipe makes that number
 * a constant, in its own way. And some of the elements, such as {@code ResolvedModule}, take their
 * hash code from an object's identity: {@link #JVM_OPTIONS} are for those.
 */
sealed interface JlinkRecipe permits RecordingJlink, PatchedJlink {

  /**
   * Options of the JVM that runs jlink. Every identity hash code is 1; the collector and the heap
   * are the same on every machine, because on them it hangs which objects come from the JDK's own
   * archive, with hash codes of their own. With its first compiler alone the JVM is done in less
   * than half of the time: it is gone before better code pays.
   */
  List<String> JVM_OPTIONS =
      List.of(
          "-XX:+UnlockExperimentalVMOptions",
          "-XX:hashCode=2",
          "-XX:+UseSerialGC",
          "-Xmx1g",
          "-XX:TieredStopAtLevel=1");

  /** The recipe for this JDK. */
  static JlinkRecipe of(Jdk jdk) {
    return jdk.featureVersion() >= RecordingJlink.FIRST_VERSION
        ? new RecordingJlink(jdk)
        : new PatchedJlink(jdk);
  }

  /**
   * The command that starts jlink, without jlink's own arguments.
   *
   * @param scratch an empty directory that lives as long as the command runs
   */
  List<String> command(Path scratch) throws IOException;
}
