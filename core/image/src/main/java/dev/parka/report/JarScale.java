package dev.parka.report;

import dev.parka.oci.DeflateGauge;
import dev.parka.report.Weight.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Weighs what lies in a jar, package by package, and jars within it as a whole. */
final class JarScale {

  /** Names and headers are packed about so well. */
  private static final int INDEX_RATIO = 3;

  private final DeflateGauge gauge;
  private final ZipFile jar;
  private final long size;
  private long unread;

  JarScale(DeflateGauge gauge, ZipFile jar, long size) {
    this.gauge = gauge;
    this.jar = jar;
    this.size = size;
    this.unread = size;
  }

  void weigh(Part whole) throws IOException {
    long index = size;
    Enumeration<? extends ZipEntry> entries = jar.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      long stored = Math.min(entry.getCompressedSize(), index);
      if (!entry.isDirectory() && stored > 0) {
        part(whole, entry.getName()).add(measure(entry, stored), stored);
        index -= stored;
      }
    }
    whole.part("index", Kind.FILE).add(index / INDEX_RATIO, index);
  }

  private static Part part(Part whole, String name) {
    return name.endsWith(".jar")
        ? whole.part(name.substring(name.lastIndexOf('/') + 1), Kind.JAR)
        : whole.part(PackageName.ofEntry(name), Kind.PACKAGE);
  }

  /** What is compressed already stays as long as it is; no byte of the jar is read twice. */
  private long measure(ZipEntry entry, long stored) throws IOException {
    if (entry.getMethod() != ZipEntry.STORED || stored > unread) {
      return stored;
    }
    unread -= stored;
    try (InputStream in = jar.getInputStream(entry)) {
      gauge.write(in.readNBytes((int) stored));
    }
    return gauge.take();
  }
}
