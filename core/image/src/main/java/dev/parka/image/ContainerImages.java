package dev.parka.image;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.ClassPath;
import dev.parka.spec.ImageSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Builds container images without a daemon. Reads as a sentence:
 *
 * <pre>{@code
 * try (BuiltImage image =
 *     ContainerImages.of(new PetStoreImage())
 *         .classPath(Path.of("target/petstore.jar"), Path.of("target/lib/jackson-jr.jar"))
 *         .build()) {
 *   image.toOciTar(Path.of("target/petstore.oci.tar"));
 *   assertThat(image.verify().isGood()).isTrue();
 * }
 * }</pre>
 *
 * <p>Immutable: every method gives a new value.
 */
public final class ContainerImages {

  /**
   * The time of every file and of the image, unless another is asked for: when zip's clock began.
   */
  public static final Instant DEFAULT_TIME = Instant.parse("1980-01-01T00:00:00Z");

  private final ImageSpec spec;
  private final BuildInputs inputs;

  private ContainerImages(ImageSpec spec, BuildInputs inputs) {
    this.spec = spec;
    this.inputs = inputs;
  }

  /**
   * Begins with what is wanted.
   *
   * @throws dev.parka.runtime.ParkaException with every bad value of the descriptor
   */
  public static ContainerImages of(ImageDescriptor descriptor) {
    return of(ImageSpec.from(descriptor));
  }

  /** Begins with what is wanted, checked before. */
  public static ContainerImages of(ImageSpec spec) {
    return new ContainerImages(spec, BuildInputs.NONE);
  }

  /**
   * Takes these jars and directories as the class path, in this order.
   *
   * @throws dev.parka.runtime.ParkaException [NoSuchClassPathEntry] or [BadJar] for each bad one
   */
  public ContainerImages classPath(Path... entries) {
    return classPath(Arrays.asList(entries));
  }

  /** The same with a list. */
  public ContainerImages classPath(List<Path> entries) {
    return classPath(ClassPath.of(entries));
  }

  /** The same with a class path. */
  public ContainerImages classPath(ClassPath classPath) {
    return new ContainerImages(spec, inputs.withClassPath(classPath));
  }

  /** Links from this JDK instead of the one that runs the build. */
  public ContainerImages jdk(Jdk jdk) {
    return new ContainerImages(spec, inputs.withJdk(Optional.of(jdk)));
  }

  /** Gives every file and the image this time, to the second, instead of {@link #DEFAULT_TIME}. */
  public ContainerImages time(Instant time) {
    return new ContainerImages(spec, inputs.withTime(time));
  }

  /** Tells the listener how the build goes on. */
  public ContainerImages listener(BuildListener listener) {
    return new ContainerImages(spec, inputs.withListener(listener));
  }

  /**
   * Builds the image. Takes some seconds, most of them for jlink.
   *
   * @throws dev.parka.runtime.ParkaException if it cannot be built, with what stands in the way
   */
  public BuiltImage build() {
    return new ImageBuild(spec, inputs).run();
  }
}
