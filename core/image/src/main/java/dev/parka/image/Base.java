package dev.parka.image;

import dev.parka.oci.BaseLayers;
import dev.parka.oci.Layer;
import dev.parka.oci.LayerContent;
import dev.parka.plan.ImagePlan;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.rootfs.LibrarySource;
import dev.parka.runtime.rootfs.RootFileSystem;
import dev.parka.runtime.rootfs.SystemFiles;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The image that another one stands on.
 *
 * @param layers its layers and what it says
 * @param libraries its file system
 */
record Base(BaseLayers layers, LibrarySource libraries) {

  /**
   * What of a root file system the base lacks: of the few files that every image has those that are
   * not there. Its libraries stay its own, as whoever maintains it keeps them up to date.
   */
  RootFileSystem complete(RootFileSystem root, ImagePlan plan) {
    List<FileEntry> missing =
        SystemFiles.of(plan.user().owner()).stream()
            .filter(file -> !layers.has(file.path()))
            .toList();
    return new RootFileSystem(
        FileTree.of(missing), root.libraries(), root.packages(), root.warnings());
  }

  /**
   * The same layers, made so that they change nothing of the base's directories.
   *
   * @throws ParkaException [BaseInTheWay] for each place at which the base has something else
   * @throws IOException if the files of a layer cannot be read
   */
  SortedMap<Layer.Kind, LayerContent> fit(SortedMap<Layer.Kind, LayerContent> own)
      throws IOException {
    List<Problem> problems = new ArrayList<>();
    SortedMap<Layer.Kind, LayerContent> fitted = new TreeMap<>();
    for (Map.Entry<Layer.Kind, LayerContent> layer : own.entrySet()) {
      FileTree files = layer.getValue().files();
      files.entries().stream()
          .flatMap(entry -> layers.inTheWayOf(entry.path()).stream())
          .distinct()
          .forEach(path -> problems.add(inTheWay(path)));
      FileTree over = layers.over(files);
      if (!over.entries().isEmpty()) {
        fitted.put(layer.getKey(), new LayerContent(over, layer.getValue().summary()));
      }
    }
    if (!problems.isEmpty()) {
      throw new ParkaException(problems.stream().distinct().toList());
    }
    return fitted;
  }

  private Problem inTheWay(ImagePath path) {
    return new Problem(
        ImageProblem.BASE_IN_THE_WAY,
        "the base image "
            + layers.origin().reference()
            + " has a link or a file at "
            + path
            + ", below which the image has files of its own",
        "take another base, or another working directory or volume");
  }
}
