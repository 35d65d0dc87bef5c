package dev.parka.jdks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/** Archives that tests write: names to texts, where {@code -> target} stands for a link. */
final class Packs {

  private Packs() {}

  /** The files of a JDK that is none: enough for whoever asks what it is. */
  static Map<String, String> jdk(String home, String version, String architecture) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        home + "release",
        "IMPLEMENTOR=\"test\"\nJAVA_VERSION=\""
            + version
            + "\"\nOS_ARCH=\""
            + architecture
            + "\"\nLIBC=\"gnu\"\n");
    files.put(home + "bin/java", "#!/bin/sh\n");
    files.put(home + "bin/jlink", "#!/bin/sh\n");
    files.put(home + "lib/modules", "none");
    return files;
  }

  static byte[] tar(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        String text = file.getValue();
        TarArchiveEntry entry;
        if (text.startsWith("-> ")) {
          entry = new TarArchiveEntry(file.getKey(), TarConstants.LF_SYMLINK, true);
          entry.setLinkName(text.substring(3));
          tar.putArchiveEntry(entry);
        } else {
          byte[] content = text.getBytes(StandardCharsets.UTF_8);
          entry = new TarArchiveEntry(file.getKey(), true);
          entry.setSize(content.length);
          entry.setMode(file.getKey().contains("bin/") ? 0755 : 0644);
          tar.putArchiveEntry(entry);
          tar.write(content);
        }
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  static Path tarGz(Path file, Map<String, String> files) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(tar(files));
    }
    return file;
  }

  static Path zip(Path file, Map<String, String> files) throws IOException {
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
      for (Map.Entry<String, String> one : files.entrySet()) {
        boolean isLink = one.getValue().startsWith("-> ");
        ZipArchiveEntry entry = new ZipArchiveEntry(one.getKey());
        entry.setUnixMode(isLink ? 0120777 : one.getKey().contains("bin/") ? 0100755 : 0100644);
        zip.putArchiveEntry(entry);
        zip.write(one.getValue().substring(isLink ? 3 : 0).getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
      }
    }
    return file;
  }

  static Path deb(Path file, Map<String, String> files) throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    try (OutputStream xz = new XZCompressorOutputStream(data)) {
      xz.write(tar(files));
    }
    try (ArArchiveOutputStream ar = new ArArchiveOutputStream(Files.newOutputStream(file))) {
      member(ar, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
      member(ar, "control.tar.xz", new byte[] {1});
      member(ar, "data.tar.xz", data.toByteArray());
    }
    return file;
  }

  private static void member(ArArchiveOutputStream ar, String name, byte[] bytes)
      throws IOException {
    ar.putArchiveEntry(new ArArchiveEntry(name, bytes.length));
    ar.write(bytes);
    ar.closeArchiveEntry();
  }
}
