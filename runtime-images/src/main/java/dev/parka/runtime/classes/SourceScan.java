package dev.parka.runtime.classes;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Looks through one source once: which classes, services, documents and jars are in it. */
final class SourceScan {

  /** Class files under other names are looked for in files of these sizes. */
  private static final long SMALLEST_DISGUISE = 64;

  private static final long LARGEST_DISGUISE = 1L << 20;

  private final String source;
  private final SourceFiles files;
  private final int featureVersion;
  private final ClassFileReader reader;
  private final Map<String, String> attributes = new HashMap<>();
  private final Map<String, SourceFile> classes = new HashMap<>();
  private final Map<String, Integer> versions = new HashMap<>();
  private final SortedMap<String, List<String>> services = new TreeMap<>();
  private final List<SourceFile> documents = new ArrayList<>();
  private final List<SourceFile> jars = new ArrayList<>();
  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  SourceScan(String source, SourceFiles files, int featureVersion, ClassFileReader reader) {
    this.source = source;
    this.files = files;
    this.featureVersion = featureVersion;
    this.reader = reader;
  }

  /** Looks at every name, and into the few files that say something of the whole. */
  ApplicationSource scan() throws IOException {
    List<SourceFile> list = files.list();
    for (SourceFile file : list) {
      if (EntryPath.isManifest(file.name())) {
        readManifest(file);
      }
    }
    boolean multiRelease = Boolean.parseBoolean(attributes.get("multi-release"));
    for (SourceFile file : list) {
      EntryPath path = EntryPath.of(file.name());
      if (path != null && path.version() <= (multiRelease ? featureVersion : 0)) {
        scan(file, path);
      }
    }
    documents.sort(new SourceFile.ByName());
    return new ApplicationSource(source, attributes, classes, services, documents, files);
  }

  /** The jars in it, sorted by name. */
  List<SourceFile> jars() {
    return List.copyOf(jars);
  }

  /** What makes the source unusable. */
  List<Problem> errors() {
    return List.copyOf(errors);
  }

  /** What was left out. */
  List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  private void scan(SourceFile file, EntryPath path) {
    if (path.isModuleInfo()) {
      checkModuleInfo(file);
    } else if (path.isClassFile()) {
      add(path.className(), path.version(), file);
    } else if (path.isJar()) {
      jars.add(file);
    } else {
      String service = path.service();
      if (service != null) {
        readService(service, file);
      }
      documents.add(file);
      if (mayBeDisguised(file) && ClassFileReader.hasMagic(peek(file))) {
        readDisguised(file, path.version());
      }
    }
  }

  private void add(String className, int version, SourceFile file) {
    // Few sources have versions, and many have thousands of classes.
    if (versions.isEmpty() || versions.getOrDefault(className, 0) <= version) {
      classes.put(className, file);
      if (version > 0) {
        versions.put(className, version);
      }
    }
  }

  private static boolean mayBeDisguised(SourceFile file) {
    return file.size() >= SMALLEST_DISGUISE
        && file.size() <= LARGEST_DISGUISE
        && !file.name().startsWith("META-INF/maven/")
        && !EntryPath.isKnownToBeNoClass(file.name());
  }

  private byte[] peek(SourceFile file) {
    try {
      return files.peek(file, 4);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** What starts like a class file under another name and is none may be a Mach-O library. */
  private void readDisguised(SourceFile file, int version) {
    try {
      add(reader.read(files.read(file)).name(), version, file);
    } catch (BadClassFileException | DamagedFileException | IOException | ParkaException e) {
      // No class file after all: nothing promised that it is one.
    }
  }

  /** A run from a class path reads no module descriptor, but a damaged one bodes no good. */
  private void checkModuleInfo(SourceFile file) {
    try {
      reader.read(files.read(file));
    } catch (BadClassFileException e) {
      warnings.add(JarProblems.badClass(source, file.name(), String.valueOf(e.getMessage())));
    } catch (DamagedFileException e) {
      warnings.add(JarProblems.badClass(source, file.name(), e.what()));
    } catch (IOException e) {
      errors.add(JarProblems.bad(source, JarProblems.message(e)));
    } catch (ParkaException e) {
      errors.addAll(e.problems());
    }
  }

  private void readManifest(SourceFile file) {
    byte[] bytes = readWhole(file);
    try {
      Attributes main = new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
      for (Map.Entry<Object, Object> attribute : main.entrySet()) {
        attributes.put(
            attribute.getKey().toString().toLowerCase(Locale.ROOT),
            String.valueOf(attribute.getValue()).strip());
      }
    } catch (IOException e) {
      errors.add(JarProblems.bad(source, "its manifest is damaged"));
    }
  }

  private void readService(String service, SourceFile file) {
    SortedSet<String> all = new TreeSet<>(services.getOrDefault(service, List.of()));
    all.addAll(providers(readWhole(file)));
    services.put(service, List.copyOf(all));
  }

  /** One class a line; {@code #} starts a comment. */
  private static SortedSet<String> providers(byte[] bytes) {
    SortedSet<String> providers = new TreeSet<>();
    for (String line :
        new String(bytes, StandardCharsets.UTF_8).replace('\r', '\n').split("\n", -1)) {
      int comment = line.indexOf('#');
      String provider = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!provider.isEmpty()) {
        providers.add(provider);
      }
    }
    return providers;
  }

  /** A file that the whole source is of no use without. */
  private byte[] readWhole(SourceFile file) {
    try {
      return files.read(file);
    } catch (DamagedFileException e) {
      errors.add(JarProblems.bad(source, file.name() + ": " + e.what()));
    } catch (IOException e) {
      errors.add(JarProblems.bad(source, JarProblems.message(e)));
    } catch (ParkaException e) {
      errors.addAll(e.problems());
    }
    return new byte[0];
  }
}
