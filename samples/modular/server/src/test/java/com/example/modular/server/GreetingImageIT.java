package com.example.modular.server;

import static dev.parka.junit.ParkaAssertions.assertThat;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.image.BuiltImage;
import dev.parka.junit.ContainerImageTest;
import dev.parka.verify.boot.RunningImage;
import java.util.List;
import org.junit.jupiter.api.Test;

@ContainerImageTest(
    value = GreetingImageIT.Handle.class,
    modulePath = {"target/server.jar", "target/lib"},
    readyLine = "open on port 8080")
class GreetingImageIT {

  @Test
  void hasWhatItsModulesRequire(BuiltImage image) {
    assertThat(image)
        .hasModulesExactly("java.base", "jdk.httpserver")
        .runsAsNonRoot()
        .hasNoShell()
        .hasNoFindings();
  }

  @Test
  void findsAProviderByWhatItsModuleSays(RunningImage greetings) {
    assertThat(greetings).answers("/en/world", "Hello, world! says com.example.modular.english");
  }

  /** A Dockerfile, which the annotation would bring, has a class path and no module path. */
  static final class Handle implements ImageDescriptor {

    @Override
    public String mainClass() {
      return GreetingServer.class.getName();
    }

    @Override
    public List<Integer> ports() {
      return List.of(8080);
    }
  }
}
