package dev.parka.runtime.rootfs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.parka.runtime.cache.FileFacts;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The data of dpkg, or of a distroless image, which has a file for each package in {@code
 * /var/lib/dpkg/status.d} instead of one for all. An image gets the latter: scanners read them, and
 * they hold no more than what was copied.
 *
 * <p>All is read and written as ISO 8859-1, which keeps every byte.
 */
final class DpkgData implements PackageData {

  private static final String STATUS = "/var/lib/dpkg/status";
  private static final ImagePath FRAGMENTS = new ImagePath(DpkgLists.FRAGMENTS);
  private static final int FILE_MODE = 0644;

  private final HostRoot root;
  private final FileFacts facts;

  /** The stanzas of those that own something. */
  private final SortedMap<SystemPackage, DpkgStanza> stanzas = new TreeMap<>();

  private final Map<String, List<DpkgStanza>> files = new HashMap<>();

  private DpkgData(HostRoot root, FileFacts facts) {
    this.root = root;
    this.facts = facts;
  }

  static Optional<PackageData> of(HostRoot root, FileFacts facts) throws IOException {
    return DpkgLists.areIn(root) ? Optional.of(new DpkgData(root, facts)) : Optional.empty();
  }

  @Override
  public Map<String, SystemPackage> owners(Set<String> paths) throws IOException {
    Map<String, SystemPackage> owners = new HashMap<>();
    for (Map.Entry<String, String> name : DpkgLists.owners(root, paths, facts).entrySet()) {
      Optional<DpkgStanza> stanza = stanza(name.getValue());
      if (stanza.isPresent()) {
        stanzas.put(stanza.get().systemPackage(), stanza.get());
        owners.put(name.getKey(), stanza.get().systemPackage());
      }
    }
    return owners;
  }

  /** The stanza of a package with or without its architecture, such as {@code libc6:amd64}. */
  private Optional<DpkgStanza> stanza(String name) throws IOException {
    for (String file : List.of(FRAGMENTS + "/" + name, STATUS)) {
      for (DpkgStanza stanza : read(file)) {
        if (stanza.isNamed(name)) {
          return Optional.of(stanza);
        }
      }
    }
    return Optional.empty();
  }

  private List<DpkgStanza> read(String file) throws IOException {
    List<DpkgStanza> known = files.get(file);
    if (known == null) {
      Optional<Path> found = root.find(file).filter(Files::isRegularFile);
      known =
          found.isPresent() ? DpkgStanza.of(Files.readString(found.get(), ISO_8859_1)) : List.of();
      files.put(file, known);
    }
    return known;
  }

  @Override
  public List<FileEntry> files(Map<SystemPackage, List<CopiedFile>> copied) throws IOException {
    SortedMap<ImagePath, FileEntry> files = new TreeMap<>();
    for (Map.Entry<SystemPackage, List<CopiedFile>> entry : copied.entrySet()) {
      String name = entry.getKey().name();
      DpkgStanza stanza = stanzas.get(entry.getKey());
      if (stanza == null) {
        throw new IllegalArgumentException(name + " owns nothing here");
      }
      put(file(FRAGMENTS.resolve(name), stanza.fragment()), files);
      if (!entry.getValue().isEmpty()) {
        put(file(FRAGMENTS.resolve(name + ".md5sums"), Md5Sums.of(entry.getValue(), facts)), files);
        copyright(name).forEach(file -> put(file, files));
      }
    }
    return List.copyOf(files.values());
  }

  /** Packages of one source often share a file, through a link. */
  private List<FileEntry> copyright(String name) throws IOException {
    ImagePath path = new ImagePath("/usr/share/doc/" + name + "/copyright");
    Optional<Path> found = root.find(path.value()).filter(Files::isRegularFile);
    if (found.isEmpty()) {
      return List.of();
    }
    ImagePath real = new ImagePath(root.pathOf(found.get()));
    List<FileEntry> files = new ArrayList<>();
    files.add(new FileEntry.RegularFile(real, FILE_MODE, Content.of(found.get())));
    if (!real.equals(path)) {
      files.add(new FileEntry.SymbolicLink(path, real.value()));
    }
    return files;
  }

  private static FileEntry file(ImagePath path, String text) {
    return new FileEntry.RegularFile(path, FILE_MODE, Content.of(text.getBytes(ISO_8859_1)));
  }

  private static void put(FileEntry file, Map<ImagePath, FileEntry> files) {
    files.put(file.path(), file);
  }
}
