package dev.parka.image;

import dev.parka.oci.Layer;
import dev.parka.oci.LayerContent;
import dev.parka.plan.ImagePlan;
import dev.parka.runtime.link.RuntimeImage;
import dev.parka.runtime.rootfs.RootFileSystem;
import dev.parka.runtime.rootfs.SharedLibrary;
import dev.parka.runtime.startup.StartupArchive;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.runtime.tree.Owner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which file lies in which layer: what changes together, together. */
final class ImageLayers {

  private static final int DIRECTORY_MODE = 0755;

  private ImageLayers() {}

  /** Every layer that the image has, by what it is. */
  static SortedMap<Layer.Kind, LayerContent> of(
      ImagePlan plan,
      RootFileSystem root,
      RuntimeImage runtime,
      Optional<StartupArchive> archive,
      ApplicationJars jars)
      throws IOException {
    Map<Layer.Kind, LayerContent> layers = new EnumMap<>(Layer.Kind.class);
    layers.put(
        Layer.Kind.ROOT_FILE_SYSTEM,
        LayerContent.named(
            root.files(), root.libraries().stream().map(SharedLibrary::name).toList()));
    layers.put(Layer.Kind.RUNTIME_IMAGE, runtime(plan, runtime));
    archive.ifPresent(
        made ->
            layers.put(
                Layer.Kind.STARTUP_ARCHIVE,
                new LayerContent(StartupInputs.files(plan, made), made.kind().toString())));
    if (!jars.dependencies().isEmpty()) {
      layers.put(Layer.Kind.DEPENDENCIES, jars(jars.dependencies()));
    }
    if (!jars.snapshots().isEmpty()) {
      layers.put(Layer.Kind.SNAPSHOTS, jars(jars.snapshots()));
    }
    List<FileEntry> application = new ArrayList<>(jars.application());
    application.addAll(directories(plan, root.files()));
    layers.put(
        Layer.Kind.APPLICATION,
        new LayerContent(FileTree.of(application), plan.files().jar().fileName()));
    return new TreeMap<>(layers);
  }

  /** The one of the run-time image, whose files need not be there to tell it from others. */
  static LayerContent runtime(ImagePlan plan, RuntimeImage runtime) {
    return LayerContent.named(new RuntimeFiles(runtime, plan.files()), runtime.modules());
  }

  private static LayerContent jars(List<FileEntry> jars) {
    List<String> names = jars.stream().map(jar -> jar.path().fileName()).toList();
    return LayerContent.named(FileTree.of(jars), names);
  }

  /** Volumes belong to whoever runs the application; the working directory must only be there. */
  private static List<FileEntry> directories(ImagePlan plan, FileTree root) {
    SortedMap<ImagePath, FileEntry> directories = new TreeMap<>();
    ImagePath start = plan.config().process().workingDirectory();
    directories.put(start, new FileEntry.Directory(start, DIRECTORY_MODE, Owner.ROOT));
    for (ImagePath volume : plan.config().volumes()) {
      directories.put(volume, new FileEntry.Directory(volume, DIRECTORY_MODE, plan.user().owner()));
    }
    directories.remove(ImagePath.ROOT);
    directories.keySet().removeIf(path -> root.find(path).isPresent());
    return List.copyOf(directories.values());
  }
}
