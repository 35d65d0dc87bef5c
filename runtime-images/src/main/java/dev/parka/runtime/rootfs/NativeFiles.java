package dev.parka.runtime.rootfs;

import dev.parka.runtime.elf.ElfFile;
import dev.parka.runtime.link.LinkAccount;
import dev.parka.runtime.link.RuntimeImage;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The ELF files of a run-time image.
 *
 * @param files all of them, sorted by path
 * @param names by which they ask for one another; JDKs name their own directories as run path, and
 *     {@code libjvm} and {@code libjli} are loaded before anything asks for them
 */
record NativeFiles(List<NativeFile> files, Set<String> names) {

  /**
   * Natives of {@code java.desktop} that need a screen, sound or fonts. A server does without, so
   * that a library that they want and that is not here is no reason to stop.
   */
  static final Set<String> DESKTOP =
      Set.of(
          "libawt_xawt.so",
          "libfontmanager.so",
          "libfreetype.so",
          "libjavajpeg.so",
          "libjawt.so",
          "libjsound.so",
          "liblcms.so",
          "libsplashscreen.so");

  static NativeFiles of(RuntimeImage image, ImagePath at) throws IOException {
    List<NativeFile> files = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (Map.Entry<String, ElfFile> elf : elfFiles(image).entrySet()) {
      ImagePath path = at.resolve(elf.getKey());
      files.add(new NativeFile(path, elf.getValue()));
      names.add(path.fileName());
      elf.getValue().dynamic().soname().ifPresent(names::add);
    }
    return new NativeFiles(List.copyOf(files), names);
  }

  /** The loader that the run-time image's launcher asks for. */
  static Optional<String> loader(RuntimeImage image) throws IOException {
    return Optional.ofNullable(elfFiles(image).get("bin/java")).flatMap(ElfFile::interpreter);
  }

  private static SortedMap<String, ElfFile> elfFiles(RuntimeImage image) throws IOException {
    Optional<SortedMap<String, ElfFile>> known =
        image
            .accounts()
            .flatMap(it -> it.read(LinkAccount.NATIVE_FILES))
            .flatMap(NativeAccount::decode);
    if (known.isPresent()) {
      return known.get();
    }
    SortedMap<String, ElfFile> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(image.home())) {
      for (Path path : (Iterable<Path>) walk::iterator) {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          Optional<ElfFile> elf = ElfFile.read(path);
          elf.ifPresent(it -> files.put(image.home().relativize(path).toString(), it));
        }
      }
    }
    image
        .accounts()
        .ifPresent(it -> it.write(LinkAccount.NATIVE_FILES, NativeAccount.encode(files)));
    return files;
  }

  /**
   * One ELF file.
   *
   * @param path where it lies in the image
   * @param elf what it asks for
   */
  record NativeFile(ImagePath path, ElfFile elf) {

    boolean isForDesktop() {
      return DESKTOP.contains(path.fileName());
    }
  }
}
