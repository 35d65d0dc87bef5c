package dev.parka.runtime.classes;

import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Files of which no more is read than any honest class path entry has. */
final class LimitedFiles implements SourceFiles {

  private final String source;
  private final SourceFiles files;
  private final EntryLimits limits;

  LimitedFiles(String source, SourceFiles files, EntryLimits limits) {
    this.source = source;
    this.files = files;
    this.limits = limits;
  }

  @Override
  public List<SourceFile> list() {
    return files.list();
  }

  @Override
  public byte[] read(SourceFile file) throws DamagedFileException, IOException {
    byte[] bytes = files.read(file);
    Optional<String> tooMuch = limits.spend(bytes.length);
    if (tooMuch.isPresent()) {
      throw new ParkaException(List.of(JarProblems.hostile(source, tooMuch.get())));
    }
    return bytes;
  }

  @Override
  public byte[] peek(SourceFile file, int count) throws IOException {
    return files.peek(file, count);
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
