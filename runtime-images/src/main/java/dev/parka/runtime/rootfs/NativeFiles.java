package dev.parka.runtime.rootfs;

import dev.parka.runtime.elf.ElfFile;
import dev.parka.runtime.link.RuntimeImage;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private static final Set<String> DESKTOP =
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
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(image.home())) {
      paths =
          walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .toList();
    }
    List<NativeFile> files = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (Path path : paths) {
      Optional<ElfFile> elf = ElfFile.read(path);
      if (elf.isPresent()) {
        ImagePath imagePath = at.resolve(image.home().relativize(path).toString());
        files.add(new NativeFile(imagePath, elf.get()));
        names.add(imagePath.fileName());
        elf.get().dynamic().soname().ifPresent(names::add);
      }
    }
    return new NativeFiles(List.copyOf(files), names);
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
