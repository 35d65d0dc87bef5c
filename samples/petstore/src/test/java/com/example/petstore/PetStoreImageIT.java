package com.example.petstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.image.BuiltImage;
import dev.parka.image.ContainerImages;
import dev.parka.runtime.classes.ClassPath;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a project builds its image in a test: from the handle that the compiler has written. */
class PetStoreImageIT {

  @TempDir Path scratch;

  @Test
  void buildsWhatTheCommandLineBuilds() {
    Path tar = scratch.resolve("petstore.oci.tar");

    try (BuiltImage image =
        ContainerImages.of(new PetStoreImage())
            .classPath(ClassPath.parse("target/petstore.jar:target/lib/*"))
            .build()) {
      image.toOciTar(tar);
    }

    assertThat(tar).hasSameBinaryContentAs(Path.of("target/petstore.oci.tar"));
  }
}
