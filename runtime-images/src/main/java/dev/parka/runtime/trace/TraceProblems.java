package dev.parka.runtime.trace;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.ProblemId;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.jdk.Jdk;
import java.nio.file.Path;

/** The sentences about files that a run should have left behind. */
final class TraceProblems {

  /** What a log needs to be read with trust; in the order of -Xlog's syntax. */
  static final String LOG_TAGS = "class+load,module+load,gc+init";

  private static final int SHOWN = 40;

  private final Path file;
  private final Jdk jdk;

  TraceProblems(Path file, Jdk jdk) {
    this.file = file;
    this.jdk = jdk;
  }

  ProblemId id() {
    return RuntimeProblem.BAD_TRACE;
  }

  /** The flag that makes a JVM write a log which can be read here. */
  static String logFlag(String file) {
    // Without filecount=0 the JVM begins the file anew after 20 MB.
    return "-Xlog:" + LOG_TAGS + ":file=" + file + "::filecount=0";
  }

  /** A file that is not there, or no file. */
  ParkaException unreadable(String why) {
    return log(" cannot be read: " + why);
  }

  /** A file of another kind. */
  ParkaException unknown(String firstLine) {
    String start = firstLine.length() > SHOWN ? firstLine.substring(0, SHOWN) + "…" : firstLine;
    return log(
        " is no record of a run: "
            + (firstLine.isEmpty() ? "it is empty" : "it begins with '" + start + "'"));
  }

  /** A log of something else. */
  ParkaException noClasses() {
    return log(" is a log of the JVM that names no loaded class");
  }

  /** A log whose beginning or end is missing. */
  ParkaException incomplete(String what) {
    return log(" is not whole: " + what);
  }

  /** A log that means harm. */
  ParkaException strange(String what) {
    return log(" is no record of a run: " + what);
  }

  /** A record of a JDK that says which it is. */
  ParkaException otherVersion(int feature) {
    return log(" was recorded on JDK " + feature);
  }

  /**
   * Whether this is a version, and then of the JDK that is wanted.
   *
   * @throws ParkaException [BadTrace] if it is another's
   */
  boolean checkVersion(String version) {
    int feature;
    try {
      feature = Runtime.Version.parse(version).feature();
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (feature != jdk.featureVersion()) {
      throw otherVersion(feature);
    }
    return true;
  }

  /** A log of a JDK that its classes give away. */
  ParkaException otherClasses(String example, int missing, int of) {
    return log(
        String.format(
            " was recorded on another JDK: %d of its %d classes are unknown, such as %s",
            missing, of, example));
  }

  /** A recording that cannot be read. */
  ParkaException damagedRecording(String what) {
    return recording(" is a damaged recording of JDK Flight Recorder: " + what);
  }

  /** A recording that was made without the event that counts. */
  ParkaException noClassLoads() {
    return recording(" has no jdk.ClassLoad event, which is off unless asked for");
  }

  private ParkaException log(String what) {
    return problem(what, logFlag("run.log"));
  }

  private ParkaException recording(String what) {
    return problem(what, "-XX:StartFlightRecording:filename=run.jfr,jdk.ClassLoad#enabled=true");
  }

  private ParkaException problem(String what, String flag) {
    return new ParkaException(
        id(),
        Printable.of(file + what),
        "record a run on JDK " + jdk.featureVersion() + " with java " + flag + " …");
  }
}
