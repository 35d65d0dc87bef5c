package dev.parka.dockerfile;

import dev.parka.catalog.KnownImage;
import dev.parka.plan.ImagePlan;
import dev.parka.spec.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a stage has to do before it is as the image of a JDK usually is; nothing where it is. */
final class JdkStage {

  private static final UserId ROOT = new UserId(0, 0);

  private JdkStage() {}

  /** Becomes root, and adds the JDK to an image that has a package of one. */
  static List<Instruction> prepare(ImagePlan plan, BuildContext context) {
    List<Instruction> instructions = new ArrayList<>(asRoot(context));
    Optional<KnownImage> known = context.knownJdkImage();
    known
        .flatMap(KnownImage::jdk)
        .flatMap(jdk -> jdk.packageName(plan.runtime().javaVersion()))
        .map(name -> known.get().userland().packages().install(name))
        .filter(commands -> !commands.isEmpty())
        .ifPresent(commands -> instructions.add(new Instruction.Run(commands)));
    return instructions;
  }

  /** Some images start as a user who may write nowhere. */
  static List<Instruction> asRoot(BuildContext context) {
    return context.knownJdkImage().filter(image -> image.userland().user() != 0).isPresent()
        ? List.of(new Instruction.User(ROOT))
        : List.of();
  }
}
