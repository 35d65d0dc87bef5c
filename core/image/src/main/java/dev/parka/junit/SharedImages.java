package dev.parka.junit;

import dev.parka.image.BuiltImage;
import dev.parka.image.ContainerImages;
import dev.parka.oci.LayerCompression;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ModulePath;
import dev.parka.spec.ImageSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** The images of a run of tests, each built once. JUnit closes it when all tests are over. */
final class SharedImages implements AutoCloseable {

  /** What an image is made from. */
  private record Key(
      ImageSpec spec, ClassPath classPath, ModulePath modulePath, LayerCompression compression) {}

  private final Map<Key, BuiltImage> images = new LinkedHashMap<>();

  /** The image of an application; one test at a time builds. */
  synchronized BuiltImage of(TestedApplication application, LayerCompression compression) {
    Key key =
        new Key(
            ImageSpec.from(application.descriptor()),
            application.classPath(),
            application.modulePath(),
            compression);
    BuiltImage image = images.get(key);
    if (image == null) {
      image =
          ContainerImages.of(key.spec())
              .classPath(key.classPath())
              .modulePath(key.modulePath())
              .compression(key.compression())
              .build();
      images.put(key, image);
    }
    return image;
  }

  @Override
  public synchronized void close() {
    images.values().forEach(BuiltImage::close);
    images.clear();
  }
}
