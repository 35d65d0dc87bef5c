package dev.parka.runtime.modules;

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
  public void visit(Visitor visitor) {
    files.forEach(
        (path, bytes) -> {
          if (visitor.wants(path, bytes.length)) {
            visitor.file(path, bytes);
          }
        });
  }
}
