package dev.parka.runtime.rootfs;

import java.util.Comparator;

/**
 * A package of a Linux distribution, from which files of an image come.
 *
 * @param name such as {@code libc6}
 * @param version such as {@code 2.36-9+deb12u14}
 * @param architecture as the distribution calls it, such as {@code amd64}
 */
public record SystemPackage(String name, String version, String architecture)
    implements Comparable<SystemPackage> {

  private static final Comparator<SystemPackage> ORDER =
      Comparator.comparing(SystemPackage::name)
          .thenComparing(SystemPackage::architecture)
          .thenComparing(SystemPackage::version);

  @Override
  public int compareTo(SystemPackage other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
