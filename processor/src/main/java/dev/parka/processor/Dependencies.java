package dev.parka.processor;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ClassSource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The jars and directories of the compiler's class path that classes refer to, directly or through
 * one another. The compiler tells where a class lies, not what its class path is.
 */
final class Dependencies {

  /** Whoever has the annotation has this jar, and no application needs it. */
  private static final String ANNOTATIONS = "dev/parka/annotations/";

  private static final String CLASS = ".class";
  private static final String SERVICES = "META-INF/services/";

  private final CompilerFiles files;
  private final Set<String> defined = new HashSet<>();
  private final Set<String> asked = new HashSet<>();
  private final Deque<String> wanted = new ArrayDeque<>();
  private final Set<Path> found =
      new TreeSet<>(
          Comparator.comparing((Path path) -> String.valueOf(path.getFileName()))
              .thenComparing(Path::toString));

  private Dependencies(CompilerFiles files) {
    this.files = files;
  }

  /**
   * What the sources refer to and none of them has, sorted by file name, the same on every machine.
   */
  static List<Path> of(List<ClassSource> sources, CompilerFiles files) {
    Dependencies dependencies = new Dependencies(files);
    sources.forEach(dependencies::read);
    dependencies.follow();
    return List.copyOf(dependencies.found);
  }

  private void follow() {
    while (!wanted.isEmpty()) {
      String name = wanted.remove();
      if (!defined.contains(name)) {
        files
            .dependency(name + CLASS)
            .flatMap(uri -> entry(uri, name))
            .filter(found::add)
            .ifPresent(this::readEntry);
      }
    }
  }

  private void readEntry(Path entry) {
    try {
      ClassPath.of(List.of(entry)).sources().forEach(this::read);
    } catch (ParkaException e) {
      // Likewise said by whoever makes a class path of what is found here.
    }
  }

  private void read(ClassSource source) {
    try {
      source.visit(new Reader());
    } catch (IOException | ParkaException e) {
      // The inference reads the same source and says what is wrong with it.
    }
  }

  private void want(String name) {
    if (!name.startsWith(ANNOTATIONS) && !name.startsWith("java/") && asked.add(name)) {
      wanted.add(name);
    }
  }

  /** {@code jar:file:/lib/q.jar!/q/Q.class} is in {@code /lib/q.jar}. */
  private static Optional<Path> entry(URI uri, String name) {
    String text = uri.toString();
    if (text.startsWith("jar:file:") && text.contains("!/")) {
      return Optional.of(Path.of(URI.create(text.substring(4, text.indexOf("!/")))));
    }
    if (!text.startsWith("file:")) {
      return Optional.empty();
    }
    return Optional.of(CompilerFiles.directory(uri, name + CLASS));
  }

  /** Takes note of what a file defines and what it refers to. */
  private final class Reader implements ClassSource.Visitor {

    @Override
    public boolean wants(String name, long size) {
      return name.endsWith(CLASS) || name.startsWith(SERVICES);
    }

    @Override
    public void file(String name, byte[] bytes) {
      if (name.endsWith(CLASS)) {
        defined.add(name.substring(0, name.length() - CLASS.length()));
        ReferencedNames.of(bytes).forEach(Dependencies.this::want);
      } else {
        new String(bytes, StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.split("#", -1)[0].strip())
            .filter(line -> !line.isEmpty())
            .forEach(line -> want(line.replace('.', '/')));
      }
    }
  }
}
