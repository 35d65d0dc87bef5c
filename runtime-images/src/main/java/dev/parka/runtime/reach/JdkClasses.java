package dev.parka.runtime.reach;

import java.util.Optional;

/** The classes of the JDK that the application is to run on. For one thread at a time. */
public interface JdkClasses {

  /** Whether the JDK has a class of this internal name. */
  boolean has(String name);

  /** Its class file. */
  Optional<byte[]> classFile(String name);
}
