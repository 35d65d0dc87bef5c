package dev.parka.catalog;

import java.util.List;

/** How packages are added to an image while it is built. */
public enum Packages {
  /** Debian and Ubuntu. */
  APT("apt-get update", "apt-get install -y --no-install-recommends %s"),
  /** Alpine. */
  APK("apk add --no-cache %s"),
  /** Fedora's kin. */
  DNF("dnf install -y --setopt=install_weak_deps=0 %s"),
  /** Red Hat's small images. */
  MICRODNF("microdnf install -y --setopt=install_weak_deps=0 %s"),
  /** Not at all. */
  NONE;

  /** One a line: enums hold no lists. */
  private final String commands;

  Packages(String... commands) {
    this.commands = String.join("\n", commands);
  }

  /** The shell commands that add packages; none where none can be added. */
  public List<String> install(String packages) {
    return commands.lines().map(command -> command.replace("%s", packages)).toList();
  }
}
