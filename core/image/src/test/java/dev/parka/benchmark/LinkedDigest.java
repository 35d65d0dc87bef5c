package dev.parka.benchmark;

import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.link.JlinkOptions;
import dev.parka.runtime.link.LinkPlan;
import dev.parka.runtime.link.Linker;
import dev.parka.runtime.link.RuntimeImage;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.tree.Removal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Links once in this process and prints one digest of all files: their paths, their modes as they
 * lie on the disk, their bytes.
 */
final class LinkedDigest {

  private LinkedDigest() {}

  /** Arguments: the JDK's home, the modules with commas between, an output that does not exist. */
  public static void main(String[] args) throws IOException {
    Jdk jdk = Jdk.at(Path.of(args[0]));
    JlinkOptions options =
        JlinkOptions.of(Arrays.stream(args[1].split(",", -1)).map(ModuleName::new).toList());
    RuntimeImage image = new Linker().link(new LinkPlan(jdk, options), Path.of(args[2]));
    System.out.println(digest(image.home()));
    Removal.of(image.home());
  }

  private static Digest digest(Path home) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(home)) {
      files = walk.sorted().toList();
    }
    Digest.Parts digest = Digest.parts();
    for (Path file : files) {
      digest.add(home.relativize(file));
      if (Files.isSymbolicLink(file)) {
        digest.add(Files.readSymbolicLink(file));
      } else {
        digest.add(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)));
        digest.add(Files.isRegularFile(file) ? Digest.of(file) : "directory");
      }
    }
    return digest.digest();
  }
}
