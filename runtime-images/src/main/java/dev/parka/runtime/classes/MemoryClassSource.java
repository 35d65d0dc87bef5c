package dev.parka.runtime.classes;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files in memory, such as a compiler holds. */
final class MemoryClassSource implements ClassSource {

  private final String name;
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  MemoryClassSource(String name, Map<String, byte[]> files) {
    this.name = name;
    files.forEach((path, bytes) -> this.files.put(path, bytes.clone()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SourceFiles open() {
    List<SourceFile> list =
        files.entrySet().stream()
            .map(file -> new SourceFile(file.getKey(), file.getValue().length))
            .toList();
    return new SourceFiles() {
      @Override
      public List<SourceFile> list() {
        return list;
      }

      @Override
      public byte[] read(SourceFile file) throws DamagedFileException {
        byte[] bytes = files.get(file.name());
        if (bytes == null) {
          throw new DamagedFileException("it is not there");
        }
        return bytes;
      }

      @Override
      public void close() {}
    };
  }
}
