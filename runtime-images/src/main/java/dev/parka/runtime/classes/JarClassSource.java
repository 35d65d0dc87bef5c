package dev.parka.runtime.classes;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.FileDigests;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A jar, read through its central directory as {@code java} reads it. Nothing is read from a jar
 * with hostile entries.
 */
final class JarClassSource implements ClassSource {

  /** The script of Spring Boot's executable jars has some 10,000 bytes. */
  private static final int LONGEST_SCRIPT = 1 << 16;

  private static final long LARGEST_IN_MEMORY = 128L << 20;
  private static final int PART_OF_MEMORY = 4;
  private static final byte[] SCRIPT = {'#', '!'};

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
  public Digest digest(FileDigests digests) throws IOException {
    return digests.of(file);
  }

  @Override
  public SourceFiles open() throws IOException {
    if (fitsIntoMemory(Files.size(file))) {
      SourceFiles files = open(name, Files.readAllBytes(file));
      if (files != null) {
        return files;
      }
    }
    ZipFile zip = open(file);
    try {
      JarFiles files = new JarFiles(name, zip, sortedEntries(zip));
      checkNames(name, files.list());
      return files;
    } catch (RuntimeException | ZipException e) {
      zip.close();
      throw e;
    }
  }

  /** All jars of a class path are open at once: each may have a part of what is left. */
  private static boolean fitsIntoMemory(long bytes) {
    Runtime machine = Runtime.getRuntime();
    long free = machine.maxMemory() - machine.totalMemory() + machine.freeMemory();
    return bytes <= Math.min(LARGEST_IN_MEMORY, free / PART_OF_MEMORY);
  }

  /** The files of a jar in memory; null if it has to be a file, because it is an unusual one. */
  static @Nullable SourceFiles open(String name, byte[] jar) {
    return checked(name, JarBytes.of(name, jar));
  }

  /** The same files, of which none has a hostile name. */
  static @Nullable SourceFiles checked(String name, @Nullable JarBytes files) {
    if (files != null) {
      checkNames(name, files.list());
    }
    return files;
  }

  @Override
  public String script() throws IOException {
    // Channels, which Files would take, are slow to start.
    try (InputStream in = new FileInputStream(file.toFile())) {
      if (!Arrays.equals(in.readNBytes(SCRIPT.length), SCRIPT)) {
        return "";
      }
      String text = new String(in.readNBytes(LONGEST_SCRIPT), StandardCharsets.ISO_8859_1);
      int jar = text.indexOf("PK\3\4");
      return "#!" + (jar < 0 ? text : text.substring(0, jar));
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

  /** The files among the entries of a jar, by name. */
  static ZipEntry[] sortedEntries(ZipFile zip) throws ZipException {
    List<ZipEntry> entries = new ArrayList<>(zip.size());
    try {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (!entry.isDirectory()) {
          entries.add(entry);
        }
      }
    } catch (IllegalArgumentException e) {
      // So JDK 17 tells of comments that are no UTF-8.
      throw new ZipException(String.valueOf(e.getMessage()));
    }
    ZipEntry[] sorted = entries.toArray(ZipEntry[]::new);
    Arrays.sort(sorted, (a, b) -> a.getName().compareTo(b.getName()));
    return sorted;
  }

  private static void checkNames(String name, List<SourceFile> sorted) {
    List<Problem> problems = new ArrayList<>();
    String previous = "";
    for (SourceFile file : sorted) {
      String path = file.name();
      if (path.equals(previous)) {
        problems.add(JarProblems.hostile(name, "two entries named " + path));
      }
      if (leadsOut(path)) {
        problems.add(JarProblems.hostile(name, "an entry that leads out of it: " + path));
      }
      previous = path;
    }
    if (!problems.isEmpty()) {
      throw new ParkaException(problems);
    }
  }

  /** Back slashes lead out on Windows alone, but no honest jar has them. */
  private static boolean leadsOut(String entry) {
    if (entry.indexOf("..") < 0
        && entry.indexOf('\\') < 0
        && entry.indexOf(':') != 1
        && !entry.startsWith("/")) {
      return false;
    }
    String path = entry.replace('\\', '/');
    return path.startsWith("/")
        || (path.length() > 1 && path.charAt(1) == ':')
        || path.equals("..")
        || path.startsWith("../")
        || path.endsWith("/..")
        || path.contains("/../");
  }
}
