package dev.parka.runtime.classes;

import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    spend(bytes.length);
    return bytes;
  }

  @Override
  public @Nullable SourceFiles open(SourceFile jar, String name) throws DamagedFileException {
    SourceFiles opened = files.open(jar, name);
    if (opened != null) {
      spend(jar.size());
    }
    return opened;
  }

  private void spend(long bytes) {
    Optional<String> tooMuch = limits.spend(bytes);
    if (tooMuch.isPresent()) {
      throw new ParkaException(List.of(JarProblems.hostile(source, tooMuch.get())));
    }
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
