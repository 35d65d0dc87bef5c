package dev.parka.jdks;

import static java.util.stream.Collectors.joining;

import dev.parka.oci.ArchiveDescriptor;
import dev.parka.oci.ArchiveManifest;
import dev.parka.oci.ImageArchive;
import dev.parka.oci.LayerReader;
import dev.parka.oci.LayerUnpacker;
import dev.parka.oci.PackedFiles;
import dev.parka.registry.RegistryAccess;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.FileDigests;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.jdk.InstalledJdks;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.Removal;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings a JDK to the disk, from wherever it is. */
public final class JdkStore {

  /** What makes trees of another shape under the same keys needs another number here. */
  private static final String FORMAT = "jdk 1";

  private final UnpackedTrees trees;
  private final Optional<FileDigests> digests;
  private final RegistryAccess access;

  private JdkStore(UnpackedTrees trees, Optional<FileDigests> digests, RegistryAccess access) {
    this.trees = trees;
    this.digests = digests;
    this.access = access;
  }

  private static JdkStore of(Optional<UserCache> cache) {
    return new JdkStore(
        new UnpackedTrees(cache.map(known -> known.directory().resolve("jdks"))),
        cache.map(FileDigests::new),
        RegistryAccess.DEFAULT);
  }

  /** Unpacks into the user's cache; where there is none, into temporary directories. */
  public static JdkStore ofThisUser() {
    return of(UserCache.ofThisUser());
  }

  /** The same, which has images of registries so. */
  public JdkStore with(RegistryAccess newAccess) {
    return new JdkStore(trees, digests, newAccess);
  }

  /** Unpacks into this directory. */
  static JdkStore in(Path directory) {
    return of(Optional.of(new UserCache(directory)));
  }

  /**
   * The JDK for an image of which nobody said where it is: the running one if that is as wanted,
   * else the newest of this machine that is, else the running one all the same, for the build to
   * say what is wrong with it.
   */
  public static FoundJdk choose(JdkWish wish) {
    Jdk running = Jdk.running();
    return FoundJdk.here(
        wish.accepts(running)
            ? running
            : InstalledJdks.ofThisMachine().first(wish::accepts).orElse(running));
  }

  /**
   * The JDK at a source.
   *
   * @throws ParkaException [BadJdkArchive], [NoJdkInside] or [SeveralJdks]; as {@link Jdk#at} does
   *     for what is no whole JDK
   */
  public FoundJdk find(JdkSource source, JdkWish wish) {
    try {
      if (source instanceof JdkSource.Home home) {
        return FoundJdk.here(Jdk.at(home.home()));
      }
      if (source instanceof JdkSource.RootDirectory root) {
        return in(root.directory().toString(), root.directory(), wish);
      }
      if (source instanceof JdkSource.FromRegistry remote) {
        return pulled(remote, wish);
      }
      return source instanceof JdkSource.Archives archives
          ? archives(archives.files(), wish)
          : layout(((JdkSource.ImageLayout) source).path(), wish);
    } catch (IOException e) {
      throw bad(name(source), e.toString(), e);
    }
  }

  private FoundJdk archives(List<Path> files, JdkWish wish) throws IOException {
    String name = names(files);
    Digest.Parts key = Digest.parts().add(FORMAT);
    List<Digest> contents = new ArrayList<>();
    for (Path file : files) {
      contents.add(digests.isPresent() ? digests.get().of(file) : Digest.of(file));
    }
    Path root =
        trees.get(
            key.addAll(contents).digest(),
            to ->
                unpack(
                    name,
                    () -> {
                      PackedFiles.unpack(files, to);
                      JmodFolders.gather(to);
                    }));
    return in(name, root, wish);
  }

  /** The layout goes again: the cache has the blobs, and the unpacked tree. */
  private FoundJdk pulled(JdkSource.FromRegistry remote, JdkWish wish) throws IOException {
    Path directory = Files.createTempDirectory("parka-jdk-image-");
    try {
      Platform platform =
          wish.platform().orElseGet(() -> new Platform(Jdk.running().architecture()));
      access.pull(remote.reference(), platform, directory);
      return layout(directory, wish);
    } finally {
      Removal.of(directory);
    }
  }

  private FoundJdk layout(Path path, JdkWish wish) throws IOException {
    try (ImageArchive archive = ImageArchive.open(path)) {
      ArchiveDescriptor image = archive.image(wish.platform());
      ArchiveManifest manifest = archive.manifest(image);
      List<Content> layers = new ArrayList<>();
      for (ArchiveDescriptor layer : manifest.layers()) {
        layers.add(archive.blobOf(layer));
      }
      Path root =
          trees.get(
              Digest.parts().add(FORMAT).add(image.digest()).digest(),
              to ->
                  unpack(
                      path.toString(),
                      () -> {
                        LayoutDigests.require(archive, image, manifest);
                        LayerUnpacker.unpackAsOwn(layers, to, LayerReader.Limits.DEFAULT);
                      }));
      return in(path.toString(), root, wish);
    }
  }

  private static FoundJdk in(String name, Path root, JdkWish wish) throws IOException {
    return new FoundJdk(JdkSearch.find(name, root, wish), Optional.of(root));
  }

  private interface Step {
    void run() throws IOException;
  }

  /** What is wrong with an archive is told as such, not as the trouble of an image's layer. */
  private static void unpack(String name, Step step) throws IOException {
    try {
      step.run();
    } catch (ParkaException e) {
      throw bad(name, e.problems().stream().map(Problem::fact).collect(joining(", ")), e);
    }
  }

  private static ParkaException bad(String name, String fact, Exception cause) {
    return new ParkaException(
        JdkProblem.BAD_JDK_ARCHIVE,
        name + " cannot be unpacked: " + Printable.of(fact),
        "fetch it again from where its maker publishes it",
        cause);
  }

  private static String name(JdkSource source) {
    if (source instanceof JdkSource.Home home) {
      return home.home().toString();
    }
    if (source instanceof JdkSource.RootDirectory root) {
      return root.directory().toString();
    }
    if (source instanceof JdkSource.FromRegistry remote) {
      return remote.reference().toString();
    }
    return source instanceof JdkSource.Archives archives
        ? names(archives.files())
        : ((JdkSource.ImageLayout) source).path().toString();
  }

  private static String names(List<Path> files) {
    return files.stream().map(Path::toString).collect(joining(":"));
  }
}
