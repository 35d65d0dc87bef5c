package dev.parka.benchmark;

import dev.parka.runtime.cache.CacheEntry;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.Housekeeping;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.tree.Removal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * An application to build images of, as classes and as a jar, whose main class can be changed.
 *
 * @param directory where everything lies
 * @param libraries the jars that it needs
 * @param mainClass its main class
 */
record ImageWorkload(Path directory, Path libraries, String mainClass) {

  /** Unpacks an application's jar. */
  static ImageWorkload of(Path directory, Path jar, Path libraries, String mainClass)
      throws IOException {
    ImageWorkload workload = new ImageWorkload(directory, libraries.toAbsolutePath(), mainClass);
    try (InputStream in = Files.newInputStream(jar);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = workload.classes().resolve(entry.getName()).normalize();
        if (!entry.isDirectory() && file.startsWith(workload.classes())) {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
    workload.change();
    return workload;
  }

  /** The classes, where Maven has them. */
  Path classes() {
    return directory.resolve("project/target/classes");
  }

  Path jar() {
    return directory.resolve("application.jar");
  }

  String classPath() {
    return jar() + ":" + libraries + "/*";
  }

  /** Where a contender has its caches: none may profit from what another one remembers. */
  Path caches(String contender) {
    return directory.resolve(contender.replaceAll("\\W+", "-"));
  }

  /**
   * Makes a case come true.
   *
   * @param base the digests of layers that are not the application's
   * @param contenders all of them
   */
  void prepare(BuildCase what, Set<String> base, Iterable<String> contenders) throws IOException {
    if (what == BuildCase.NOTHING_CHANGED) {
      return;
    }
    change();
    if (what == BuildCase.COLD) {
      for (String contender : contenders) {
        Removal.of(caches(contender).resolve("application"));
        forget(new UserCache(caches(contender)), base);
      }
    }
  }

  private static void forget(UserCache cache, Set<String> base) throws IOException {
    for (CacheEntry entry : new Housekeeping(cache).entries()) {
      Path file = entry.file();
      boolean isBase = base.contains("" + file.getParent().getFileName() + file.getFileName());
      if (entry.kind() == CacheKind.MODULE_LIST
          || (entry.kind() == CacheKind.LAYER_BLOB && !isBase)) {
        Files.delete(file);
      }
    }
  }

  /** Gives the main class another field, and packs the classes anew. */
  private void change() throws IOException {
    Path file = classes().resolve(mainClass.replace('.', '/') + ".class");
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(Files.readAllBytes(file)).accept(writer, 0);
    String name = "change" + System.nanoTime();
    writer.visitField(Opcodes.ACC_PRIVATE, name, "I", null, null).visitEnd();
    Files.write(file, writer.toByteArray());
    try (OutputStream out = Files.newOutputStream(jar());
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(classes())) {
      for (Path one : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        zip.putNextEntry(new ZipEntry(classes().relativize(one).toString()));
        Files.copy(one, zip);
      }
    }
  }
}
