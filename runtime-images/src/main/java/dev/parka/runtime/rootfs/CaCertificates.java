package dev.parka.runtime.rootfs;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The bundle of CA certificates that OpenSSL and those after it read. */
public final class CaCertificates {

  /** Debian's and Alpine's place, which is where the image has it, then Red Hat's. */
  private static final List<String> PLACES =
      List.of("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt");

  private static final int FILE_MODE = 0644;

  private CaCertificates() {}

  /** Where it may lie, the place that an image has it in first. */
  public static List<String> places() {
    return PLACES;
  }

  /**
   * The bundle of a source.
   *
   * @throws ParkaException [NoCaCertificates] if there is none
   */
  static FileEntry of(HostLibraries host) throws IOException {
    for (String place : PLACES) {
      Optional<Path> found = host.root().find(place).filter(Files::isRegularFile);
      if (found.isPresent()) {
        return new FileEntry.RegularFile(
            new ImagePath(PLACES.get(0)), FILE_MODE, Content.of(found.get()));
      }
    }
    throw new ParkaException(
        RuntimeProblem.NO_CA_CERTIFICATES,
        host.source() + " has no CA certificates in " + String.join(" or ", PLACES),
        "install its package ca-certificates there, or do without: Java has its own");
  }
}
