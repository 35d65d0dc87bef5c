package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A jar, read through its central directory as {@code java} reads it. Nothing is read from a jar
 * with hostile entries, and never more than a wanted entry's declared size.
 */
final class JarClassSource implements ClassSource {

  private final String name;
  private final Path file;

  JarClassSource(Path file) {
    this(String.valueOf(file.getFileName()), file);
  }

  /** A jar that lies in a file, but is to be called something else. */
  JarClassSource(String name, Path file) {
    this.name = name;
    this.file = file;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void visit(Visitor visitor) throws IOException {
    try (ZipFile zip = open(file)) {
      List<ZipEntry> entries = sortedEntries(zip);
      List<Problem> problems = new ArrayList<>();
      checkNames(entries, problems);
      for (ZipEntry entry : entries) {
        if (problems.isEmpty() && visitor.wants(entry.getName(), entry.getSize())) {
          visit(zip, entry, visitor, problems);
        }
      }
      if (!problems.isEmpty()) {
        throw new ParkaException(problems);
      }
    }
  }

  /** Opens a jar, that is: reads its central directory. */
  static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (IllegalArgumentException e) {
      throw new ZipException(String.valueOf(e.getMessage()));
    }
  }

  private static List<ZipEntry> sortedEntries(ZipFile zip) {
    List<ZipEntry> entries = new ArrayList<>(zip.size());
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (!entry.isDirectory()) {
        entries.add(entry);
      }
    }
    entries.sort(Comparator.comparing(ZipEntry::getName));
    return entries;
  }

  private void checkNames(List<ZipEntry> entries, List<Problem> problems) {
    for (int i = 0; i < entries.size(); i++) {
      String entry = entries.get(i).getName();
      if (i > 0 && entry.equals(entries.get(i - 1).getName())) {
        problems.add(JarProblems.hostile(name, "two entries named " + entry));
      }
      if (leadsOut(entry)) {
        problems.add(JarProblems.hostile(name, "an entry that leads out of it: " + entry));
      }
    }
  }

  /** Back slashes lead out on Windows alone, but no honest jar has them. */
  private static boolean leadsOut(String entry) {
    String path = entry.replace('\\', '/');
    return path.startsWith("/")
        || (path.length() > 1 && path.charAt(1) == ':')
        || path.equals("..")
        || path.startsWith("../")
        || path.endsWith("/..")
        || path.contains("/../");
  }

  private void visit(ZipFile zip, ZipEntry entry, Visitor visitor, List<Problem> problems) {
    Optional<String> bomb =
        EntryLimits.complaint(entry.getName(), entry.getSize(), entry.getCompressedSize());
    if (bomb.isPresent()) {
      problems.add(JarProblems.hostile(name, bomb.get()));
      return;
    }
    if (entry.getSize() < 0) {
      visitor.damaged(entry.getName(), "its size is unknown");
      return;
    }
    byte[] bytes = new byte[Math.toIntExact(entry.getSize())];
    boolean whole;
    try (InputStream in = zip.getInputStream(entry)) {
      whole = in.readNBytes(bytes, 0, bytes.length) == bytes.length && in.read() < 0;
    } catch (IOException e) {
      visitor.damaged(entry.getName(), "its compressed data is damaged");
      return;
    }
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    if (!whole || checksum.getValue() != entry.getCrc()) {
      visitor.damaged(entry.getName(), "its checksum or size is not what the jar says");
    } else {
      visitor.file(entry.getName(), bytes);
    }
  }
}
