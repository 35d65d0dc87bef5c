package dev.parka.runtime.jdk;

import java.util.Arrays;
import java.util.Optional;

/** The processor that a JDK was made for, with its names in ELF headers, release files and OCI. */
public enum Architecture {
  /** x86-64. */
  AMD64(62, "x86_64", "amd64"),
  /** 64-bit ARM. */
  ARM64(183, "aarch64", "arm64");

  private final int elfMachine;
  private final String jdkName;
  private final String ociName;

  Architecture(int elfMachine, String jdkName, String ociName) {
    this.elfMachine = elfMachine;
    this.jdkName = jdkName;
    this.ociName = ociName;
  }

  /** Its name in an OCI image configuration, such as {@code amd64}. */
  public String ociName() {
    return ociName;
  }

  /** Its name in a JDK's {@code release} file, such as {@code x86_64}. */
  public String jdkName() {
    return jdkName;
  }

  /** The one with this {@code e_machine} value of an ELF header. */
  public static Optional<Architecture> ofElfMachine(int machine) {
    return Arrays.stream(values()).filter(a -> a.elfMachine == machine).findFirst();
  }

  /** The one with this name in a {@code release} file or in the property {@code os.arch}. */
  public static Optional<Architecture> ofJdkName(String name) {
    for (Architecture architecture : values()) {
      if (architecture.jdkName.equals(name) || architecture.ociName.equals(name)) {
        return Optional.of(architecture);
      }
    }
    return Optional.empty();
  }
}
