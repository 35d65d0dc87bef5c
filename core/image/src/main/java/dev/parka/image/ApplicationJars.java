package dev.parka.image;

import dev.parka.oci.JarRepacker;
import dev.parka.plan.ImageFiles;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.startup.PlacedJar;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * The class path as jars of an image. What holds the main class, and every directory, is the
 * application's own; all other jars are dependencies, which change less often, and of those the
 * ones that are released least.
 */
final class ApplicationJars {

  private static final String ANNOTATIONS = "dev/parka/annotations/ContainerImage.class";

  /** As Maven names them: before they are deployed, and after. */
  private static final Pattern SNAPSHOT =
      Pattern.compile(".*-(SNAPSHOT|[0-9]{8}\\.[0-9]{6}-[0-9]+)([-.].*)?\\.jar");

  private static final int FILE_MODE = 0644;

  private final ImageFiles files;
  private final ClassName mainClass;
  private final Workshop workshop;
  private final List<FileEntry> application = new ArrayList<>();
  private final List<FileEntry> dependencies = new ArrayList<>();
  private final List<FileEntry> snapshots = new ArrayList<>();
  private final List<ImagePath> classPath = new ArrayList<>();
  private final List<ImagePath> modulePath = new ArrayList<>();
  private final Map<ImagePath, RepackedJar> placed = new LinkedHashMap<>();
  private final Set<ImagePath> taken = new HashSet<>();

  private ApplicationJars(ImageFiles files, ClassName mainClass, Workshop workshop) {
    this.files = files;
    this.mainClass = mainClass;
    this.workshop = workshop;
  }

  /** Finds a place for every entry of the class path and the module path, in their order. */
  static ApplicationJars of(
      ApplicationPath path, ImageFiles files, ClassName mainClass, Workshop workshop)
      throws IOException {
    ApplicationJars jars = new ApplicationJars(files, mainClass, workshop);
    for (Path entry : path.classPath().entries()) {
      jars.add(entry);
    }
    for (Path module : path.modulePath().entries()) {
      jars.addModule(module);
    }
    jars.application.add(
        new FileEntry.RegularFile(
            files.classPathFile(),
            FILE_MODE,
            Content.utf8(
                jars.modulePath.isEmpty()
                    ? ImageFiles.classPathFileContent(jars.classPath)
                    : ImageFiles.modulePathFileContent(jars.modulePath, jars.classPath))));
    return jars;
  }

  /** The application's own jars and the class path file. */
  List<FileEntry> application() {
    return application;
  }

  /** Jars of released versions. */
  List<FileEntry> dependencies() {
    return dependencies;
  }

  /** Jars of versions that are not yet released. */
  List<FileEntry> snapshots() {
    return snapshots;
  }

  /** All jars in class path order, with where their bytes are. */
  List<PlacedJar> classPath() throws IOException {
    List<PlacedJar> jars = new ArrayList<>();
    for (Map.Entry<ImagePath, RepackedJar> jar : placed.entrySet()) {
      jars.add(new PlacedJar(jar.getKey(), jar.getValue().file()));
    }
    return jars;
  }

  private void add(Path entry) throws IOException {
    if (isApplication(entry)) {
      classPath.add(own(entry, files.jar()));
    } else if (!contains(entry, ANNOTATIONS)) {
      classPath.add(library(entry));
    }
  }

  /** Each keeps its file name, which is what an automatic module is called after. */
  private void addModule(Path module) throws IOException {
    if (isApplication(module)) {
      String name = plain(module.toRealPath().getFileName().toString());
      String jar = name.endsWith(".jar") ? name : name + ".jar";
      modulePath.add(own(module, files.application().resolve(jar)));
    } else if (!contains(module, ANNOTATIONS)) {
      modulePath.add(library(module));
    }
  }

  private boolean isApplication(Path entry) throws IOException {
    return Files.isDirectory(entry) || contains(entry, mainClass.resourceName());
  }

  private ImagePath own(Path entry, ImagePath path) {
    return repack(entry, path, new JarRepacker(new ApplicationFilter()), application);
  }

  private ImagePath library(Path entry) {
    String name = entry.getFileName().toString();
    List<FileEntry> to = SNAPSHOT.matcher(name).matches() ? snapshots : dependencies;
    ImagePath path = files.libraries().resolve(plain(name));
    return repack(entry, path, new JarRepacker(JarRepacker.EntryFilter.ALL), to);
  }

  private ImagePath repack(Path from, ImagePath wanted, JarRepacker repacker, List<FileEntry> to) {
    ImagePath path = free(wanted);
    Path file = workshop.path("jar-" + placed.size());
    RepackedJar repacked = new RepackedJar(from, file, repacker);
    to.add(new FileEntry.RegularFile(path, FILE_MODE, repacked));
    placed.put(path, repacked);
    return path;
  }

  /** The path, or one like it if an entry before this one has it. */
  private ImagePath free(ImagePath wanted) {
    ImagePath path = wanted;
    for (int n = 2; !taken.add(path); n++) {
      String name = wanted.fileName().replaceFirst("(\\.jar)?$", "-" + n + ".jar");
      path = wanted.parent().orElseThrow().resolve(name);
    }
    return path;
  }

  /** The class path file knows two characters that mean something, the class path itself one. */
  private static String plain(String fileName) {
    return fileName.replaceAll("[^A-Za-z0-9._+@-]", "_");
  }

  private static boolean contains(Path jar, String entry) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.getEntry(entry) != null;
    }
  }
}
