package dev.parka.junit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * Which entries of a class path an application runs with: those with a class that it, or another
 * one of them, refers to, and those that provide a service to one of them or to the JDK. What tests
 * alone need is neither.
 */
final class ReferencedEntries {

  private static final String SERVICES = "META-INF/services/";

  /** What the compiler asks for; nothing of it runs. */
  private static final String PROCESSOR = "javax.annotation.processing.Processor";

  private static final int CLASS_CONSTANT = 7;

  private final Map<String, Path> homes = new HashMap<>();
  private final Map<String, Set<Path>> providers = new LinkedHashMap<>();
  private final Set<Path> found = new LinkedHashSet<>();
  private final Deque<Path> open = new ArrayDeque<>();

  private ReferencedEntries() {}

  /** Those of the others that the application needs, in their order. */
  static List<Path> of(Collection<Path> application, List<Path> others) throws IOException {
    ReferencedEntries entries = new ReferencedEntries();
    for (Path other : others) {
      entries.read(other, false);
    }
    for (Path own : application) {
      entries.read(own, true);
    }
    do {
      while (!entries.open.isEmpty()) {
        entries.read(entries.open.removeFirst(), true);
      }
    } while (entries.addProviders());
    return others.stream().filter(entries.found::contains).toList();
  }

  /** Reads what an entry has, or what it refers to. */
  private void read(Path entry, boolean follows) throws IOException {
    if (Files.isDirectory(entry)) {
      walk(entry, entry, follows);
      return;
    }
    try (FileSystem jar = FileSystems.newFileSystem(entry)) {
      walk(jar.getPath("/"), entry, follows);
    }
  }

  private void walk(Path root, Path entry, boolean follows) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = root.relativize(file).toString();
        if (name.endsWith(".class")) {
          if (follows) {
            follow(file);
          } else {
            homes.putIfAbsent(name.substring(0, name.length() - ".class".length()), entry);
          }
        } else if (!follows && name.startsWith(SERVICES) && Files.isRegularFile(file)) {
          String service = name.substring(SERVICES.length());
          providers.computeIfAbsent(service, key -> new LinkedHashSet<>()).add(entry);
        }
      }
    }
  }

  private void follow(Path file) throws IOException {
    ClassReader reader;
    try (InputStream in = Files.newInputStream(file)) {
      reader = new ClassReader(in.readAllBytes());
    } catch (RuntimeException e) {
      // A class file that ASM cannot read says nothing here; the build has its own word on it.
      return;
    }
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      if (offset > 0 && reader.readByte(offset - 1) == CLASS_CONSTANT) {
        String name = reader.readUTF8(offset, buffer);
        if (name != null) {
          add(homes.get(elementType(name)));
        }
      }
    }
  }

  private static String elementType(String name) {
    int dimensions = name.lastIndexOf('[') + 1;
    return dimensions > 0 && name.endsWith(";")
        ? name.substring(dimensions + 1, name.length() - 1)
        : name;
  }

  private void add(@Nullable Path entry) {
    if (entry != null && found.add(entry)) {
      open.add(entry);
    }
  }

  private boolean addProviders() {
    for (Map.Entry<String, Set<Path>> service : providers.entrySet()) {
      if (isAskedFor(service.getKey())) {
        service.getValue().forEach(this::add);
      }
    }
    return !open.isEmpty();
  }

  private boolean isAskedFor(String service) {
    if (service.equals(PROCESSOR)) {
      return false;
    }
    Path home = homes.get(service.replace('.', '/'));
    return home == null ? service.startsWith("java") : found.contains(home);
  }
}
