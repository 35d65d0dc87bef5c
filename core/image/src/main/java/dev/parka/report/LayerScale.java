package dev.parka.report;

import dev.parka.oci.ArchiveEntry;
import dev.parka.oci.DeflateGauge;
import dev.parka.report.Weight.Kind;
import dev.parka.runtime.jdk.ModulesFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Weighs the files of one layer. What each comes to on the wire no layer says, as all of it is one
 * compressed stream; so it is compressed once more, in the same order and with a flush after each
 * part, and the bytes of the layer are shared out in proportion.
 */
final class LayerScale {

  /** A directory is told by so many names at the most; what lies deeper is named from there on. */
  private static final Pattern PLACE = Pattern.compile("((?:/[^/]+){1,3})/(.+)");

  private static final String MODULES = "/lib/modules";
  private static final Pattern JAR = Pattern.compile(".*\\.(jar|war)");

  private final DeflateGauge gauge = new DeflateGauge();
  private final Part layer;
  private final Path scratch;
  private final List<byte[]> descriptors = new ArrayList<>();

  /**
   * Begins a layer.
   *
   * @param name what it is called
   * @param scratch where a file may be put for a moment
   */
  LayerScale(String name, Path scratch) {
    this.layer = new Part(name, Kind.LAYER);
    this.scratch = scratch;
  }

  /** The descriptors of the modules that were seen. */
  List<byte[]> descriptors() {
    return descriptors;
  }

  /** Whether it is the file that has a run-time image's modules, by its name. */
  static boolean hasModules(ArchiveEntry entry) {
    return entry.kind() == ArchiveEntry.Kind.REGULAR_FILE
        && entry.target().isEmpty()
        && entry.path().value().endsWith(MODULES);
  }

  void see(ArchiveEntry entry, InputStream content) throws IOException {
    // Another name for a file takes up nothing.
    if (entry.kind() != ArchiveEntry.Kind.REGULAR_FILE || !entry.target().isEmpty()) {
      return;
    }
    String path = entry.path().value();
    if (hasModules(entry) || JAR.matcher(path).matches()) {
      Files.copy(content, scratch, StandardCopyOption.REPLACE_EXISTING);
      if (!(hasModules(entry) ? seeModules(path) : seeJar(path))) {
        try (InputStream copy = Files.newInputStream(scratch)) {
          seeFile(path, copy, entry.size());
        }
      }
    } else {
      seeFile(path, content, entry.size());
    }
  }

  /** The layer's weight, of which so many bytes are on the wire. */
  Weight weigh(long stored) {
    gauge.close();
    return layer.share(stored);
  }

  private void seeFile(String path, InputStream content, long size) throws IOException {
    content.transferTo(gauge);
    place(path).add(gauge.take(), size);
  }

  private Part place(String path) {
    Matcher matcher = PLACE.matcher(path);
    return matcher.matches()
        ? layer.part(matcher.group(1), Kind.DIRECTORY).part(matcher.group(2), Kind.FILE)
        : layer.part(path, Kind.FILE);
  }

  private boolean seeModules(String path) throws IOException {
    Optional<ModulesFile> modules = open();
    modules.ifPresent(found -> descriptors.addAll(found.descriptors()));
    return modules.isPresent() && new ModulesScale(gauge, modules.get()).weigh(layer, place(path));
  }

  /** A damaged file is one like others. */
  private Optional<ModulesFile> open() {
    try {
      return ModulesFile.open(scratch);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private boolean seeJar(String path) throws IOException {
    try (ZipFile jar = new ZipFile(scratch.toFile())) {
      new JarScale(gauge, jar, Files.size(scratch))
          .weigh(layer.part(path.substring(path.lastIndexOf('/') + 1), Kind.JAR));
      return true;
    } catch (ZipException e) {
      return false;
    }
  }
}
