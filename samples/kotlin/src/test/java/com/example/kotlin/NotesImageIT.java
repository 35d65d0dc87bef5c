package com.example.kotlin;

import static dev.parka.junit.ParkaAssertions.assertThat;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.image.BuiltImage;
import dev.parka.junit.ContainerImageTest;
import dev.parka.verify.boot.RunningImage;
import java.util.List;
import org.junit.jupiter.api.Test;

@ContainerImageTest(value = NotesImageIT.Handle.class, readyLine = "open on port 8080")
class NotesImageIT {

  @Test
  void hasNoModuleMore(BuiltImage image) {
    assertThat(image)
        .hasModulesExactly("java.base", "jdk.httpserver")
        .runsAsNonRoot()
        .hasNoShell()
        .hasNoFindings();
  }

  @Test
  void describesNotes(RunningImage notes) {
    assertThat(notes).answers("/notes?jacket", "stars=3, title=jacket");
  }

  /** Kotlin's compiler runs no annotation processor. */
  static final class Handle implements ImageDescriptor {

    @Override
    public String mainClass() {
      return NotesKt.class.getName();
    }

    @Override
    public List<Integer> ports() {
      return List.of(8080);
    }
  }
}
