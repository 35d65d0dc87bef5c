package dev.parka.runtime.rootfs;

import dev.parka.runtime.cache.CacheKey;
import dev.parka.runtime.cache.FileFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Checksums of files as md5sum(1) prints them: what dpkg's data has, no promise of security. */
final class Md5Sums {

  private Md5Sums() {}

  /** A line for each file, sorted by path; paths have no leading slash. */
  static String of(List<CopiedFile> files, FileFacts facts) throws IOException {
    List<CopiedFile> sorted = new ArrayList<>(files);
    sorted.sort(Comparator.comparing(CopiedFile::path));
    CacheKey question = new CacheKey("md5");
    List<Path> read = new ArrayList<>();
    for (CopiedFile file : sorted) {
      question.add(file.path());
      read.add(file.file());
    }
    return facts.find(question, read, () -> lines(sorted));
  }

  private static String lines(List<CopiedFile> files) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (CopiedFile file : files) {
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
