package dev.parka.runtime.rootfs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Checksums of files as md5sum(1) prints them: what dpkg's data has, no promise of security. */
final class Md5Sums {

  private Md5Sums() {}

  /** A line for each file, sorted by path; paths have no leading slash. */
  static String of(List<CopiedFile> files) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (CopiedFile file : files.stream().sorted(Comparator.comparing(CopiedFile::path)).toList()) {
      MessageDigest digest = md5();
      try (InputStream in = new DigestInputStream(Files.newInputStream(file.file()), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      lines
          .append(HexFormat.of().formatHex(digest.digest()))
          .append("  ")
          .append(file.path().relative())
          .append('\n');
    }
    return lines.toString();
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
