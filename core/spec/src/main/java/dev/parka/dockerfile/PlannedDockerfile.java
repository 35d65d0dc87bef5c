package dev.parka.dockerfile;

import dev.parka.dockerfile.Instruction.Copy;
import dev.parka.plan.ImageConfig;
import dev.parka.plan.ImageFiles;
import dev.parka.plan.ImagePlan;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.BaseImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The multi-stage Dockerfile of an {@link ImagePlan}. */
public final class PlannedDockerfile {

  static final String RUNTIME_STAGE = "runtime";
  static final String APPLICATION_STAGE = "application";

  private PlannedDockerfile() {}

  /** Plans the stages: <i>runtime</i> links, <i>application</i> lays out, the last is the image. */
  public static Dockerfile of(ImagePlan plan, BuildContext context) {
    return new Dockerfile(
        List.of(runtime(plan, context), application(plan, context), image(plan, context)));
  }

  private static Stage runtime(ImagePlan plan, BuildContext context) {
    List<Instruction> instructions = new ArrayList<>(JdkStage.prepare(plan, context));
    instructions.add(new Instruction.Run(RuntimeStage.link(plan)));
    RuntimeStage.defaultArchive(plan)
        .ifPresent(command -> instructions.add(new Instruction.Run(List.of(command))));
    if (plan.isFromScratch()) {
      instructions.add(new Instruction.Run(RuntimeStage.rootFileSystem(plan)));
    }
    return new Stage(
        plan.isFromScratch()
            ? "runtime: links the Java run-time image and gathers the shared libraries it needs"
            : "runtime: links the Java run-time image",
        from(context, RUNTIME_STAGE),
        instructions);
  }

  private static Stage application(ImagePlan plan, BuildContext context) {
    ImageFiles files = plan.files();
    List<Instruction> instructions = new ArrayList<>(JdkStage.asRoot(context));
    context
        .libraries()
        .ifPresent(
            lib -> instructions.add(Copy.fromContext("./" + lib + "/", files.libraries() + "/")));
    instructions.add(Copy.fromContext("./" + context.jar(), files.jar().value()));
    instructions.add(new Instruction.Run(ApplicationStage.classPath(plan, context)));
    return new Stage(
        "application: lays out the jars and writes the class path",
        from(context, APPLICATION_STAGE),
        instructions);
  }

  private static Instruction.From from(BuildContext context, String stage) {
    return new Instruction.From(new BaseImage.Referenced(context.jdkImage()), Optional.of(stage));
  }

  private static Stage image(ImagePlan plan, BuildContext context) {
    List<Instruction> instructions = new ArrayList<>();
    if (plan.isFromScratch()) {
      instructions.add(Copy.fromStage(RUNTIME_STAGE, RuntimeStage.ROOT + "/", "/"));
    }
    instructions.add(
        Copy.fromStage(RUNTIME_STAGE, RuntimeStage.LINKED + "/", plan.files().runtimeHome() + "/"));
    ImageFiles files = plan.files();
    if (context.libraries().isPresent()) {
      String libraries = files.libraries() + "/";
      instructions.add(Copy.fromStage(APPLICATION_STAGE, libraries, libraries));
    }
    instructions.add(
        new Copy(
            Optional.of(APPLICATION_STAGE),
            Optional.empty(),
            List.of(files.jar().value(), files.classPathFile().value()),
            files.application() + "/"));
    for (ImagePath volume : plan.config().volumes()) {
      instructions.add(
          new Copy(
              Optional.of(APPLICATION_STAGE),
              Optional.of(plan.user()),
              List.of(ApplicationStage.EMPTY + "/"),
              volume + "/"));
    }
    instructions.addAll(configuration(plan.config()));
    return new Stage(
        "the image: nothing but what the application uses",
        new Instruction.From(plan.base(), Optional.empty()),
        instructions);
  }

  private static List<Instruction> configuration(ImageConfig config) {
    List<Instruction> instructions = new ArrayList<>();
    config.environment().forEach(v -> instructions.add(new Instruction.Env(v)));
    config.labels().forEach(l -> instructions.add(new Instruction.Label(l)));
    if (!config.ports().isEmpty()) {
      instructions.add(new Instruction.Expose(List.copyOf(config.ports())));
    }
    if (!config.volumes().isEmpty()) {
      instructions.add(new Instruction.Volume(List.copyOf(config.volumes())));
    }
    ImageConfig.MainProcess process = config.process();
    instructions.add(new Instruction.Workdir(process.workingDirectory()));
    instructions.add(new Instruction.User(process.user()));
    instructions.add(new Instruction.Stopsignal(process.supervision().stopSignal()));
    process
        .supervision()
        .healthProbe()
        .ifPresent(probe -> instructions.add(new Instruction.Healthcheck(probe)));
    instructions.add(new Instruction.Entrypoint(process.entrypoint()));
    if (!process.arguments().isEmpty()) {
      instructions.add(new Instruction.Cmd(process.arguments()));
    }
    return instructions;
  }
}
