package dev.parka.runtime.classes;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a module, with what its descriptor provides in the place of the files that class
 * paths have for it.
 */
final class ProvidedServices implements SourceFiles {

  private static final String SERVICES = "META-INF/services/";

  private final SourceFiles files;
  private final SortedMap<String, byte[]> services;
  private final List<SourceFile> list;

  private ProvidedServices(
      SourceFiles files, SortedMap<String, byte[]> services, List<SourceFile> list) {
    this.files = files;
    this.services = services;
    this.list = list;
  }

  static SourceFiles in(SourceFiles files, ModuleDescriptor module) {
    SortedMap<String, byte[]> services = new TreeMap<>();
    for (ModuleDescriptor.Provides provided : module.provides()) {
      services.put(
          SERVICES + provided.service(),
          String.join("\n", provided.providers()).getBytes(StandardCharsets.UTF_8));
    }
    SortedMap<String, SourceFile> all = new TreeMap<>();
    for (SourceFile file : files.list()) {
      if (!file.name().startsWith(SERVICES)) {
        all.put(file.name(), file);
      }
    }
    services.forEach((name, bytes) -> all.put(name, new SourceFile(name, bytes.length)));
    return new ProvidedServices(files, services, List.copyOf(all.values()));
  }

  @Override
  public List<SourceFile> list() {
    return list;
  }

  @Override
  public byte[] read(SourceFile file) throws DamagedFileException, IOException {
    byte[] provided = services.get(file.name());
    return provided == null ? files.read(file) : provided.clone();
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
