package com.example.springjpa;

import static dev.parka.junit.ParkaAssertions.assertThat;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.image.BuiltImage;
import dev.parka.junit.ContainerImageTest;
import dev.parka.verify.boot.RunningImage;
import java.util.List;
import org.junit.jupiter.api.Test;

@ContainerImageTest(value = LibraryImageIT.Handle.class, ready = "/books", timeoutSeconds = 180)
class LibraryImageIT {

  @Test
  void hasEachJarByItself(BuiltImage image) {
    assertThat(image).hasModules("java.sql").runsAsNonRoot().hasNoFindings();
  }

  @Test
  void findsBooksByTheirTitle(RunningImage library) {
    assertThat(library).answers("/books?title=earth", "Ursula K. Le Guin");
  }

  /** A Dockerfile, which the annotation would bring, cannot take the executable jar apart. */
  static final class Handle implements ImageDescriptor {

    @Override
    public String mainClass() {
      return Library.class.getName();
    }

    @Override
    public List<Integer> ports() {
      return List.of(8080);
    }

    @Override
    public List<String> jvmFlags() {
      return List.of("-XX:+UseSerialGC", "-Xmx128m", "-XX:TieredStopAtLevel=1");
    }
  }
}
