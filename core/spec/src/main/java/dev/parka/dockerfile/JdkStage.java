package dev.parka.dockerfile;

import dev.parka.catalog.ImageCatalog;
import dev.parka.catalog.KnownImage;
import dev.parka.plan.ImagePlan;
import dev.parka.runtime.ParkaException;
import dev.parka.spec.ImageReference;
import dev.parka.spec.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a stage has to do before it is as the image of a JDK usually is; nothing where it is. */
final class JdkStage {

  private static final UserId ROOT = new UserId(0, 0);

  private JdkStage() {}

  /**
   * Refuses an image that is known not to do.
   *
   * @throws ParkaException [BadJdkImage]
   */
  static void requireJdk(ImagePlan plan, ImageReference image) {
    int version = plan.runtime().javaVersion();
    known(image)
        .flatMap(known -> lack(known, version))
        .ifPresent(
            lack -> {
              throw new ParkaException(
                  DockerfileProblem.BAD_JDK_IMAGE,
                  "the image " + image + " has " + lack,
                  "link in another, such as " + BuildContext.defaultJdkImage(version));
            });
  }

  private static Optional<String> lack(KnownImage known, int version) {
    if (!known.userland().hasShell()) {
      return Optional.of("no shell");
    }
    if (known.jdk().isEmpty()) {
      return Optional.of("no JDK");
    }
    return known.jdk().get().cannotLink(version)
        ? Optional.of("a JDK " + version + " with nothing to link from")
        : Optional.empty();
  }

  /** Becomes root, and adds the JDK to an image that has a package of one. */
  static List<Instruction> prepare(ImagePlan plan, ImageReference image) {
    List<Instruction> instructions = new ArrayList<>(asRoot(image));
    Optional<KnownImage> known = known(image);
    known
        .flatMap(KnownImage::jdk)
        .flatMap(jdk -> jdk.packageName(plan.runtime().javaVersion()))
        .map(name -> known.get().userland().packages().install(name))
        .filter(commands -> !commands.isEmpty())
        .ifPresent(commands -> instructions.add(new Instruction.Run(commands)));
    return instructions;
  }

  /** Some images start as a user who may write nowhere. */
  static List<Instruction> asRoot(ImageReference image) {
    return known(image).filter(known -> known.userland().user() != 0).isPresent()
        ? List.of(new Instruction.User(ROOT))
        : List.of();
  }

  private static Optional<KnownImage> known(ImageReference image) {
    return ImageCatalog.bundled().find(image);
  }
}
