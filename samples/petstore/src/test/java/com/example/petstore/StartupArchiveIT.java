package com.example.petstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.annotations.Startup;
import dev.parka.image.BuiltImage;
import dev.parka.image.ContainerImages;
import dev.parka.oci.Layer;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.startup.Reproducibility;
import dev.parka.runtime.startup.StartupArchive;
import dev.parka.runtime.startup.Training;
import dev.parka.spec.Digest;
import dev.parka.verify.boot.BootPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** The pet store with an archive of what it loads until its first answer. */
class StartupArchiveIT {

  @Test
  void startsFromAnArchiveOfItsOwn() throws IOException {
    Digest first;
    try (BuiltImage image = build()) {
      StartupArchive archive = image.startupArchive().orElseThrow();

      assertThat(archive.traits().sharedClasses()).isGreaterThan(400);
      assertThat(image.image().layers())
          .extracting(Layer::kind)
          .containsSubsequence(
              Layer.Kind.RUNTIME_IMAGE, Layer.Kind.STARTUP_ARCHIVE, Layer.Kind.DEPENDENCIES);
      assertThat(image.plan().config().process().entrypoint())
          .contains("-XX:SharedArchiveFile=/app/startup.jsa");
      assertThat(image.report()).contains("\nstart-up  " + archive.summary() + "\n");
      assertThat(image.verify(BootPlan.DEFAULT).findings()).isEmpty();
      if (archive.traits().reproducibility() == Reproducibility.PINNED) {
        return;
      }
      first = image.digest();
    }
    try (BuiltImage again = build()) {
      assertThat(again.digest()).isEqualTo(first);
    }
  }

  private static BuiltImage build() throws IOException {
    int port = freePort();
    return ContainerImages.of(new PetStoreImage())
        .classPath(ClassPath.parse("target/petstore.jar:target/lib/*"))
        .cache(false)
        .startup(Startup.APP_CDS)
        .training(Training.http(port, "/pets").with("PORT", String.valueOf(port)))
        .build();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
