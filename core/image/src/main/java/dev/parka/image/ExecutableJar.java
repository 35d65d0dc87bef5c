package dev.parka.image;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.classes.DamagedFileException;
import dev.parka.runtime.classes.SourceFile;
import dev.parka.runtime.classes.SourceFiles;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A jar with other jars inside that runs by a launcher of its own. Its manifest says what the
 * launcher starts and where classes and jars lie (Spring Boot's reference documentation, "The
 * Executable Jar Format"), and so an image does without the launcher: it has a jar of the classes
 * and the others beside it, as Spring Boot's own tool extracts them. Then dependencies have a layer
 * of their own, and start-up archives know every class.
 *
 * @param jar the file
 * @param launcher what {@code java -jar} runs
 * @param startClass what that runs
 * @param classes the folder of the classes in it
 * @param libraries the folder of the jars in it
 */
record ExecutableJar(
    Path jar, ClassName launcher, ClassName startClass, String classes, String libraries) {

  /** The launcher that does this and no more; others look for jars in other places, too. */
  private static final String PLAIN = "JarLauncher";

  private static final String INDEX = "/classpath.idx";

  /** The first entry of a class path, if it is such a jar. */
  static Optional<ExecutableJar> on(ClassPath classPath) {
    Attributes manifest = MainClassFinder.manifest(classPath);
    String launcher = manifest.getValue(Attributes.Name.MAIN_CLASS);
    String started = manifest.getValue("Start-Class");
    String classes = manifest.getValue("Spring-Boot-Classes");
    String libraries = manifest.getValue("Spring-Boot-Lib");
    if (launcher == null || started == null || classes == null || libraries == null) {
      return Optional.empty();
    }
    ClassName launching = new ClassName(launcher.strip());
    Path jar = classPath.entries().get(0);
    return launching.simpleName().equals(PLAIN)
        ? Optional.of(
            new ExecutableJar(jar, launching, new ClassName(started.strip()), classes, libraries))
        : Optional.empty();
  }

  /** Whether this is started by it, or lies in its folder of classes. */
  boolean has(ClassName mainClass) throws IOException {
    if (mainClass.equals(launcher)) {
      return true;
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.getEntry(classes + mainClass.resourceName()) != null;
    }
  }

  /** What an image runs of which this is to be the main class. */
  ClassName started(ClassName mainClass) {
    return mainClass.equals(launcher) ? startClass : mainClass;
  }

  /**
   * Takes it apart.
   *
   * @param directory an empty directory
   * @return the classes, and the jars that were inside, in the order in which the launcher has them
   * @throws ParkaException [HostileJar] or [BadJar]
   */
  List<Path> unpack(Path directory) throws IOException {
    Path application = directory.resolve(jar.getFileName());
    Map<String, Path> jars = new TreeMap<>();
    List<String> order = new ArrayList<>();
    try (SourceFiles files = ClassSource.jar(jar).open();
        ZipOutputStream out =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(application)))) {
      out.setLevel(Deflater.NO_COMPRESSION);
      Set<String> folders = new HashSet<>();
      for (SourceFile file : files.list()) {
        String name = file.name();
        if (name.startsWith(libraries)) {
          // A directory for each: jars of two names may have to be called the same here.
          Path own = Files.createDirectory(directory.resolve("lib-" + jars.size()));
          String plain = name.substring(libraries.length()).replaceAll("[^A-Za-z0-9._+@-]", "_");
          jars.put(name, Files.write(own.resolve(plain), read(files, file)));
        } else if (name.startsWith(classes)) {
          write(out, name.substring(classes.length()), read(files, file), folders);
        } else if (name.equals(JarFile.MANIFEST_NAME)) {
          write(out, name, ofStartClass(read(files, file)), folders);
        } else if (name.endsWith(INDEX)) {
          order.addAll(index(read(files, file)));
        }
      }
    }
    Set<String> names = new LinkedHashSet<>(order);
    names.retainAll(jars.keySet());
    names.addAll(jars.keySet());
    List<Path> all = new ArrayList<>(List.of(application));
    names.forEach(name -> all.add(jars.get(name)));
    return all;
  }

  private byte[] read(SourceFiles files, SourceFile file) throws IOException {
    try {
      return files.read(file);
    } catch (DamagedFileException e) {
      throw new ParkaException(
          RuntimeProblem.BAD_JAR,
          file.name() + " in " + jar + " cannot be read: " + e.what(),
          "build the jar again",
          e);
    }
  }

  /** With its folders: who scans a package asks for them. */
  private static void write(ZipOutputStream out, String name, byte[] content, Set<String> folders)
      throws IOException {
    for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
      String folder = name.substring(0, slash + 1);
      if (folders.add(folder)) {
        out.putNextEntry(new ZipEntry(folder));
      }
    }
    out.putNextEntry(new ZipEntry(name));
    out.write(content);
  }

  /** The manifest of a jar that needs no launcher; version and title stay. */
  private byte[] ofStartClass(byte[] manifest) throws IOException {
    Manifest changed = new Manifest(new ByteArrayInputStream(manifest));
    Attributes main = changed.getMainAttributes();
    main.keySet().removeIf(name -> name.toString().startsWith("Spring-Boot-"));
    main.remove(new Attributes.Name("Start-Class"));
    main.put(Attributes.Name.MAIN_CLASS, startClass.value());
    // Sections of single entries say how these are signed, under names that they no longer have.
    changed.getEntries().clear();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    changed.write(bytes);
    return bytes.toByteArray();
  }

  /** A list in YAML, of quoted strings alone: {@code - "BOOT-INF/lib/a.jar"}. */
  private static List<String> index(byte[] content) {
    return new String(content, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("- \"") && line.endsWith("\""))
        .map(line -> line.substring(3, line.length() - 1))
        .toList();
  }
}
