package com.example.petstore.engine;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** What is in an image, file by file, to say where two differ. */
final class ImageListing {

  private static final int GZIP = 0x1f;
  private static final int PERMISSIONS = 07777;
  private static final String LAYER = "layer ";

  private ImageListing() {}

  /** The lines in which two images differ; one that is not in the first has a plus before it. */
  static SortedSet<String> difference(Path one, Path other) throws IOException {
    NavigableMap<String, String> left = of(one);
    NavigableMap<String, String> right = of(other);
    SortedSet<String> lines = new TreeSet<>();
    left.forEach(
        (path, facts) -> {
          if (!facts.equals(right.get(path))) {
            lines.add(path + " - " + facts);
          }
        });
    right.forEach(
        (path, facts) -> {
          if (!facts.equals(left.get(path))) {
            lines.add(path + " + " + facts);
          }
        });
    return lines;
  }

  /**
   * The files of all layers, by path: mode, owner, time if it counts, target of a link, digest. It
   * does not matter in which layer a file is.
   */
  static NavigableMap<String, String> ofFiles(Path image, boolean times) throws IOException {
    NavigableMap<String, String> files = new TreeMap<>();
    of(image)
        .forEach(
            (line, facts) -> {
              if (line.startsWith(LAYER)) {
                files.put(
                    line.substring(LAYER.length()).replaceAll("^[.]?/|/$", ""),
                    times ? facts : facts.replaceFirst("^(\\S+ \\S+) \\S+", "$1"));
              }
            });
    return files;
  }

  private static NavigableMap<String, String> of(Path image) throws IOException {
    NavigableMap<String, String> lines = new TreeMap<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(image))) {
      list("", in, lines);
    }
    return lines;
  }

  private static void list(String before, InputStream in, NavigableMap<String, String> lines)
      throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(in);
    int layer = 0;
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      byte[] content = tar.readAllBytes();
      boolean isBlob = before.isEmpty() && entry.getName().startsWith("blobs/");
      if (isBlob && content.length > 0 && content[0] == GZIP) {
        // By its first file: its digest is what may differ.
        NavigableMap<String, String> files = new TreeMap<>();
        list(LAYER.strip(), new GZIPInputStream(new ByteArrayInputStream(content)), files);
        files.forEach(lines::put);
      } else if (isBlob && content.length > 0) {
        lines.put(
            "document " + ++layer + " of " + content.length + " bytes",
            new String(content, StandardCharsets.UTF_8));
      } else if (!isBlob) {
        lines.put(before + " " + entry.getName(), facts(entry, content));
      }
    }
  }

  private static String facts(TarArchiveEntry entry, byte[] content) {
    return String.join(
        " ",
        Integer.toOctalString(entry.getMode() & PERMISSIONS),
        entry.getLongUserId() + ":" + entry.getLongGroupId(),
        entry.getLastModifiedTime().toString(),
        entry.getLinkName(),
        sha256(content));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
