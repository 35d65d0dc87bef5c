package dev.parka.annotations;

/**
 * What an image holds so that its JVM starts faster, within {@link ContainerImage#startup()}.
 *
 * <p>Size and start-up pull apart: an archive is 3 to 4 MB more on the wire and starts the
 * application in half the time.
 */
public enum Startup {
  /** Nothing: the smallest image, the same bytes on every JDK. The default. */
  NONE,

  /** The JVM's default CDS archive: classes of the JDK that every application needs. */
  CDS,

  /**
   * A CDS archive of the application's own classes and the JDK's. It takes a training run or a list
   * of classes.
   */
  APP_CDS,

  /**
   * An AOT cache, from JDK 24 on. It takes a training run; no two are the same, so that it has to
   * be kept by who wants the same image again.
   */
  AOT_CACHE
}
