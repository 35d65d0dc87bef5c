package dev.parka.image;

import dev.parka.registry.ImagePush;
import dev.parka.registry.PushedImage;
import dev.parka.registry.RegistryOptions;
import dev.parka.spec.ImageReference;
import java.nio.file.Path;
import java.util.List;

/**
 * The step that sends what was built to a registry.
 *
 * @param bases what it stands on, whose layers the registry may have
 * @param listener who is told
 */
record Pushing(List<ImageReference> bases, BuildListener listener) {

  /** The step for images that are sent at once. */
  static Pushing of(List<BuiltImage> images) {
    return new Pushing(
        images.stream().flatMap(image -> image.base().stream()).map(o -> o.reference()).toList(),
        images.get(0).context().inputs().listener());
  }

  PushedImage push(Path layout, ImageReference target, RegistryOptions options) {
    ImagePush push = ImagePush.with(options).telling(this::tell);
    for (ImageReference base : bases) {
      push = push.mountingFrom(base);
    }
    ImagePush all = push;
    return new Steps(listener).run(BuildEvent.Step.PUSH, () -> all.push(layout, target));
  }

  private void tell(long done, long total) {
    listener.on(new BuildEvent.Progress(BuildEvent.Step.PUSH, "blobs", done, total));
  }
}
