package dev.parka.registry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.image.ContainerImages;
import dev.parka.oci.HandMadeImage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a base image before anything is linked for it. */
class BaseImageTest {

  private static final String FIX =
      "; take a base that has it, a JDK that was made for an older one, or the base scratch";

  @TempDir private Path temporary;

  private FakeRegistry registry;

  @BeforeEach
  void start() throws IOException {
    registry = new FakeRegistry();
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private ContainerImages on(String base) {
    ImageDescriptor descriptor =
        new ImageDescriptor() {
          @Override
          public String mainClass() {
            return "com.acme.App";
          }

          @Override
          public String base() {
            return base;
          }
        };
    return ContainerImages.of(descriptor)
        .classPath(temporary)
        .registry(new TestPatience().options())
        .lock(temporary.resolve("none"));
  }

  @Test
  void tellsEverythingThatABaseLacks() {
    registry.put("base", "1", HandMadeImage.good().files());
    String base = registry.reference("base:1").toString();
    assertThatThrownBy(() -> on(base).build())
        .hasMessageContaining(
            "[BaseLacksLibrary] the base image "
                + base
                + " has not the loader /lib64/ld-linux-x86-64.so.2"
                + FIX)
        .hasMessageContaining(
            "[BaseLacksLibrary] the base image "
                + base
                + " has not libc.so.6, which java needs"
                + FIX);
  }

  @Test
  void asksNoRegistryWhenOffline() {
    String base = registry.reference("base:1").toString();
    assertThatThrownBy(() -> on(base).offline(true).build())
        .hasMessage(
            "[NotInCache] "
                + base
                + " is not in the cache, and no registry may be asked; build once without"
                + " --offline");
  }
}
