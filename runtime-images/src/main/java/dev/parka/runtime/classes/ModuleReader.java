package dev.parka.runtime.classes;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what modules say of themselves, and names those that say nothing as {@code
 * java.lang.module.ModuleFinder.of} does, which tells less of what is wrong.
 */
public final class ModuleReader {

  /** JDK 9's class file version: the descriptor's format has not changed since. */
  private static final byte KNOWN_VERSION = 53;

  private static final String MODULE_INFO = "module-info.class";
  private static final Attributes.Name AUTOMATIC = new Attributes.Name("Automatic-Module-Name");

  /** Where the version begins in a file name such as {@code gson-2.10.1}. */
  private static final Pattern VERSION = Pattern.compile("-(\\d+(\\.|$))");

  private final int featureVersion;
  private final ClassFileReader reader;
  private final List<Problem> problems = new ArrayList<>();

  /** Prepares to read for a JDK of this feature version. */
  public ModuleReader(int featureVersion) {
    this.featureVersion = featureVersion;
    this.reader = new ClassFileReader(featureVersion);
  }

  /** Reads every module of the path; what is wrong is among the {@link #problems()}. */
  public List<ApplicationModule> read(ModulePath path) {
    List<ApplicationModule> modules = new ArrayList<>();
    path.entries().forEach(entry -> read(entry).ifPresent(modules::add));
    return modules;
  }

  /** What is wrong with the modules that could not be read. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  private Optional<ApplicationModule> read(Path location) {
    ClassSource source =
        Files.isDirectory(location)
            ? new DirectoryClassSource(fileName(location), location)
            : ClassSource.jar(location);
    try (SourceFiles files = new LimitedFiles(source.name(), source.open(), new EntryLimits())) {
      Attributes manifest = manifest(files);
      List<EntryPath> paths = new ArrayList<>();
      SourceFile moduleInfo = null;
      int version = -1;
      for (SourceFile file : files.list()) {
        EntryPath path = path(file, manifest);
        if (path != null) {
          paths.add(path);
          if (path.path().equals(MODULE_INFO) && path.version() > version) {
            moduleInfo = file;
            version = path.version();
          }
        }
      }
      SortedSet<String> packages = packages(paths);
      ModuleDescriptor descriptor =
          moduleInfo == null
              ? automatic(location, manifest)
              : descriptor(location, moduleInfo.name(), files.read(moduleInfo));
      packages.addAll(descriptor.packages());
      return Optional.of(new ApplicationModule(location, descriptor, packages, source));
    } catch (DamagedFileException e) {
      problems.add(bad(location, MODULE_INFO, e.what()));
    } catch (IOException e) {
      problems.add(JarProblems.bad(location.toString(), JarProblems.message(e)));
    } catch (ParkaException e) {
      problems.addAll(e.problems());
    }
    return Optional.empty();
  }

  /** The path of a file that counts for this JDK, or null. */
  private @Nullable EntryPath path(SourceFile file, Attributes manifest) {
    int newest =
        Boolean.parseBoolean(manifest.getValue(Attributes.Name.MULTI_RELEASE)) ? featureVersion : 0;
    EntryPath path = EntryPath.of(file.name());
    return path != null && path.version() <= newest ? path : null;
  }

  private static Attributes manifest(SourceFiles files) throws IOException, DamagedFileException {
    for (SourceFile file : files.list()) {
      if (EntryPath.isManifest(file.name())) {
        return new Manifest(new ByteArrayInputStream(files.read(file))).getMainAttributes();
      }
    }
    return new Attributes();
  }

  /** Folders whose names no package can have do not count. */
  private static SortedSet<String> packages(List<EntryPath> paths) {
    SortedSet<String> packages = new TreeSet<>();
    for (EntryPath path : paths) {
      int slash = path.path().lastIndexOf('/');
      if (slash > 0 && path.isClassFile()) {
        String name = path.path().substring(0, slash).replace('/', '.');
        if (Names.isQualified(name)) {
          packages.add(name);
        }
      }
    }
    return packages;
  }

  private ModuleDescriptor descriptor(Path location, String file, byte[] moduleInfo) {
    try {
      reader.read(moduleInfo);
      byte[] known = moduleInfo.clone();
      known[6] = 0;
      known[7] = KNOWN_VERSION;
      return ModuleDescriptor.read(ByteBuffer.wrap(known));
    } catch (BadClassFileException | RuntimeException e) {
      throw new ParkaException(List.of(bad(location, file, String.valueOf(e.getMessage()))));
    }
  }

  private static ModuleDescriptor automatic(Path location, Attributes manifest) {
    String named = manifest.getValue(AUTOMATIC);
    String name = named == null ? derived(fileName(location)) : named.strip();
    try {
      ModuleDescriptor.Builder module = ModuleDescriptor.newAutomaticModule(name);
      String main = manifest.getValue(Attributes.Name.MAIN_CLASS);
      if (main != null && Names.isQualified(main.strip()) && main.strip().indexOf('.') > 0) {
        String mainClass = main.strip();
        module.packages(Set.of(mainClass.substring(0, mainClass.lastIndexOf('.'))));
        module.mainClass(mainClass);
      }
      return module.build();
    } catch (IllegalArgumentException e) {
      String jar = Printable.of(location.toString());
      throw new ParkaException(
          RuntimeProblem.BAD_AUTOMATIC_MODULE_NAME,
          named == null
              ? jar
                  + " has no descriptor, no Automatic-Module-Name, and a file name that gives none"
              : jar
                  + " has the Automatic-Module-Name '"
                  + Printable.of(name)
                  + "', which is no module name",
          "give it one like com.acme.app, or put the jar on the class path",
          e);
    }
  }

  /** The rules of {@code ModuleFinder.of} for a file name such as {@code gson-2.10.1.jar}. */
  private static String derived(String fileName) {
    String name = fileName.replaceFirst("\\.jar$", "");
    Matcher version = VERSION.matcher(name);
    if (version.find()) {
      name = name.substring(0, version.start());
    }
    return name.replaceAll("[^A-Za-z0-9]", ".")
        .replaceAll("\\.{2,}", ".")
        .replaceAll("^\\.|\\.$", "");
  }

  private static String fileName(Path location) {
    return String.valueOf(location.toAbsolutePath().normalize().getFileName());
  }

  private static Problem bad(Path location, String file, String what) {
    return new Problem(
        RuntimeProblem.BAD_MODULE_INFO,
        Printable.of(file + " in " + location + " cannot be read: " + what),
        "build it again for this JDK, or put it on the class path");
  }
}
