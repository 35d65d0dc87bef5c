package dev.parka.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.cache.CacheEntry;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.Housekeeping;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.runtime.tree.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerCacheTest {

  private static final LayerFormat FORMAT =
      new LayerFormat(Instant.parse("1980-01-01T00:00:00Z"), LayerCompression.GZIP);
  private static final ImagePath PATH = new ImagePath("/app/file");

  @TempDir private Path directory;
  private UserCache cache;
  private final AtomicInteger rooms = new AtomicInteger();

  @BeforeEach
  void create() {
    cache = new UserCache(directory.resolve("cache"));
  }

  private static FileTree file(String path, int mode, String content) {
    return FileTree.of(
        List.of(new FileEntry.RegularFile(new ImagePath(path), mode, Content.utf8(content))));
  }

  private Layer write(FileTree files, LayerFormat format) throws IOException {
    return write(new LayerContent(files, "files"), format);
  }

  private Layer write(LayerContent content, LayerFormat format) throws IOException {
    BlobStore blobs =
        new BlobStore(Files.createDirectory(directory.resolve("room" + rooms.incrementAndGet())));
    Layer layer =
        new LayerWriter(blobs, format, Optional.of(new LayerCache(cache)), LayerProgress.SILENT)
            .write(Layer.Kind.APPLICATION, content);
    assertThat(blobs.path(layer.descriptor().digest())).exists();
    return layer;
  }

  private List<CacheEntry> blobs() {
    return new Housekeeping(cache)
        .entries().stream().filter(entry -> entry.kind() == CacheKind.LAYER_BLOB).toList();
  }

  @Test
  void givesTheLayerThatWouldBeMade() throws IOException {
    Layer first = write(file("/app/file", 0644, "text"), FORMAT);
    Layer second = write(file("/app/file", 0644, "text"), FORMAT);

    assertThat(second).isEqualTo(first);
    assertThat(blobs()).hasSize(1);
  }

  @Test
  void tellsApartEverythingThatALayerHolds() throws IOException {
    FileTree plain = file("/app/file", 0644, "text");
    Set<Layer> layers = new HashSet<>();
    layers.add(write(plain, FORMAT));
    layers.add(write(file("/app/file", 0644, "Text"), FORMAT));
    layers.add(write(file("/app/file", 0755, "text"), FORMAT));
    layers.add(write(file("/app/other", 0644, "text"), FORMAT));
    layers.add(write(tree(new FileEntry.Directory(PATH, 0755)), FORMAT));
    layers.add(write(tree(new FileEntry.Directory(PATH, 01777)), FORMAT));
    layers.add(write(tree(new FileEntry.Directory(PATH, 0755, new Owner(1, 2))), FORMAT));
    layers.add(write(tree(new FileEntry.SymbolicLink(PATH, "text")), FORMAT));
    layers.add(write(tree(new FileEntry.SymbolicLink(PATH, "other")), FORMAT));
    layers.add(write(plain, FORMAT.withTime(Instant.EPOCH)));
    layers.add(write(plain, FORMAT.withCompression(LayerCompression.parse("gzip:1"))));
    layers.add(write(plain, FORMAT.withCompression(LayerCompression.ZSTD)));

    assertThat(layers).hasSize(12);
  }

  private static FileTree tree(FileEntry entry) {
    return FileTree.of(List.of(entry));
  }

  @Test
  void readsNoFilesOfWhatIsKnownByItsName() throws IOException {
    Layer first = write(new LayerContent(named(file("/app/file", 0644, "text")), "files"), FORMAT);
    Layer second =
        write(
            new LayerContent(
                new Named() {
                  @Override
                  public FileTree files() throws IOException {
                    throw new IOException("nobody should ask");
                  }
                },
                "files"),
            FORMAT);

    assertThat(second).isEqualTo(first);
  }

  private interface Named extends LayerContent.Source {
    @Override
    default Optional<String> identity() {
      return Optional.of("these files");
    }
  }

  private static LayerContent.Source named(FileTree files) {
    return (Named) () -> files;
  }

  @Test
  void makesAPoisonedLayerAnew() throws IOException { // FAULTS 73
    FileTree files = file("/app/file", 0644, "text");
    Layer first = write(files, FORMAT);
    Path blob = blobs().get(0).file();
    byte[] bytes = Files.readAllBytes(blob);
    bytes[bytes.length / 2] ^= 1;
    Files.write(blob, bytes);

    assertThat(write(files, FORMAT)).isEqualTo(first);
    assertThat(blobs()).hasSize(1);
    assertThat(Files.readAllBytes(blobs().get(0).file())).isNotEqualTo(bytes);
  }

  @Test
  void makesALayerWhoseBytesHaveGoneAnew() throws IOException {
    FileTree files = file("/app/file", 0644, "text");
    Layer first = write(files, FORMAT);
    Files.delete(blobs().get(0).file());

    assertThat(write(files, FORMAT)).isEqualTo(first);
    assertThat(blobs()).hasSize(1);
  }

  @Test
  void isSoundWhilePruningGoesOn() throws Exception { // FAULTS 72
    List<FileTree> trees = new ArrayList<>();
    Set<Layer> expected = new HashSet<>();
    for (int i = 0; i < 8; i++) {
      trees.add(file("/app/file", 0644, "text " + i));
      expected.add(write(trees.get(i), FORMAT));
    }
    ExecutorService threads = Executors.newFixedThreadPool(3);
    AtomicInteger removed = new AtomicInteger();
    AtomicBoolean isDone = new AtomicBoolean();
    try {
      Future<?> pruning =
          threads.submit(
              () -> {
                while (!isDone.get()) {
                  removed.addAndGet(new Housekeeping(cache).prune(0).entries());
                }
              });
      List<Future<Set<Layer>>> builds = new ArrayList<>();
      for (int build = 0; build < 2; build++) {
        builds.add(
            threads.submit(
                () -> {
                  Set<Layer> layers = new HashSet<>();
                  for (int i = 0; i < 16; i++) {
                    layers.add(write(trees.get(i % trees.size()), FORMAT));
                  }
                  return layers;
                }));
      }
      for (Future<Set<Layer>> build : builds) {
        assertThat(build.get()).isEqualTo(expected);
      }
      isDone.set(true);
      pruning.get();
    } finally {
      isDone.set(true);
      threads.shutdownNow();
    }
    assertThat(removed.get()).isPositive();
  }
}
