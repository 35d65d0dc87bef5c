package dev.parka.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import com.palantir.javapoet.JavaFile;
import dev.parka.annotations.ContainerImage;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.spec.ImageSpec;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.objectweb.asm.ClassReader;

/** The packaged processor and what it depends on, no more. */
final class PackagedJars {

  private PackagedJars() {}

  /** All of them as a path of paths. */
  static String path() {
    return path(
        Stream.of(
                ContainerImageProcessor.class,
                ContainerImage.class,
                ImageSpec.class,
                Jdk.class,
                JavaFile.class,
                ClassReader.class,
                DiffUtils.class,
                NullMarked.class)
            .map(PackagedJars::jar)
            .toList());
  }

  /** Entries as a path of paths. */
  static String path(List<Path> entries) {
    return String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
  }

  /** The jar that a class is loaded from. */
  static Path jar(Class<?> type) {
    try {
      Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      assertThat(jar.toString()).as("where %s is", type).endsWith(".jar");
      return jar;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
