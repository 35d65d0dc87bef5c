package dev.parka.runtime.classes;

import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of an open jar. Never more is read than an entry's declared size. */
final class JarFiles implements SourceFiles {

  private final String jar;
  private final ZipFile zip;
  private final List<SourceFile> list;

  JarFiles(String jar, ZipFile zip, ZipEntry[] entries) {
    this.jar = jar;
    this.zip = zip;
    this.list = new ArrayList<>(entries.length);
    for (ZipEntry entry : entries) {
      list.add(new SourceFile(entry.getName(), entry.getSize()));
    }
  }

  @Override
  public List<SourceFile> list() {
    return list;
  }

  @Override
  public byte[] read(SourceFile file) throws DamagedFileException {
    ZipEntry entry = entry(file);
    Optional<String> bomb =
        EntryLimits.complaint(entry.getName(), entry.getSize(), entry.getCompressedSize());
    if (bomb.isPresent()) {
      throw new ParkaException(List.of(JarProblems.hostile(jar, bomb.get())));
    }
    if (entry.getSize() < 0) {
      throw new DamagedFileException("its size is unknown");
    }
    byte[] bytes = new byte[Math.toIntExact(entry.getSize())];
    boolean whole;
    try (InputStream in = zip.getInputStream(entry)) {
      whole = in.readNBytes(bytes, 0, bytes.length) == bytes.length && in.read() < 0;
    } catch (IOException e) {
      throw new DamagedFileException("its compressed data is damaged");
    }
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    if (!whole || checksum.getValue() != entry.getCrc()) {
      throw new DamagedFileException("its checksum or size is not what the jar says");
    }
    return bytes;
  }

  @Override
  public byte[] peek(SourceFile file, int count) {
    try (InputStream in = zip.getInputStream(entry(file))) {
      return in.readNBytes(count);
    } catch (IOException | DamagedFileException e) {
      return new byte[0];
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private ZipEntry entry(SourceFile file) throws DamagedFileException {
    ZipEntry entry = zip.getEntry(file.name());
    if (entry == null) {
      throw new DamagedFileException("it is not there");
    }
    return entry;
  }
}
