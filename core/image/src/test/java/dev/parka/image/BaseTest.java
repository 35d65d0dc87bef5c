package dev.parka.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.lock.ImageLock;
import dev.parka.oci.BaseLayers;
import dev.parka.oci.HandMadeImage;
import dev.parka.oci.HandMadeLayer;
import dev.parka.oci.Layer;
import dev.parka.oci.LayerContent;
import dev.parka.registry.RegistryAccess;
import dev.parka.runtime.rootfs.LibrarySource;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.BaseImage;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseTest {

  @TempDir private Path temporary;

  private Base base(HandMadeLayer layer) throws IOException {
    Path layout =
        new HandMadeImage().layer(layer).write(Files.createDirectory(temporary.resolve("layout")));
    BaseLayers.Origin origin =
        new BaseLayers.Origin(ImageReference.parse("acme/base:1"), new Digest("a".repeat(64)));
    Path root = temporary.resolve("root");
    return new Base(BaseLayers.read(layout, origin, root), new LibrarySource(root));
  }

  private static SortedMap<Layer.Kind, LayerContent> application(String path) {
    FileEntry file = new FileEntry.RegularFile(new ImagePath(path), 0644, Content.utf8("x"));
    return new TreeMap<>(
        Map.of(
            Layer.Kind.ROOT_FILE_SYSTEM,
            new LayerContent(FileTree.of(List.of()), "nothing"),
            Layer.Kind.APPLICATION,
            new LayerContent(FileTree.of(List.of(file)), "x")));
  }

  @Test
  void leavesOutALayerOfNothing() throws IOException {
    Base base = base(new HandMadeLayer().directory("app", 0700));
    assertThat(base.fit(application("/app/x"))).containsOnlyKeys(Layer.Kind.APPLICATION);
  }

  @Test
  void hidesNothingBehindALink() throws IOException {
    Base base = base(new HandMadeLayer().directory("data", 0755).link("app", "data"));
    assertThatThrownBy(() -> base.fit(application("/app/lib/x")))
        .hasMessage(
            "[BaseInTheWay] the base image acme/base:1 has a link or a file at /app, below which the"
                + " image has files of its own; take another base, or another working directory or"
                + " volume");
  }

  @Test
  void warnsOfABaseThatNothingPins() throws IOException {
    BaseImage tagged = BaseImage.parse("debian:12");
    Path lock = temporary.resolve("container-image.lock");
    BaseSource source = new BaseSource(RegistryAccess.DEFAULT.withLock(lock));
    assertThat(source.unpinned(tagged)).isEqualTo(tagged.unpinned()).isPresent();
    ImageLock.EMPTY.with(ImageReference.parse("debian:12"), new Digest("a".repeat(64))).write(lock);
    assertThat(source.unpinned(tagged)).isEmpty();
  }
}
