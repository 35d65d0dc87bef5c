package dev.parka.dockerfile;

import dev.parka.dockerfile.Instruction.Copy;
import dev.parka.plan.ImageConfig;
import dev.parka.plan.ImageFiles;
import dev.parka.plan.ImagePlan;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.BaseImage;
import dev.parka.spec.ImageReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The multi-stage Dockerfile of an {@link ImagePlan}. */
public final class PlannedDockerfile {

  static final String BUILD_STAGE = "build";
  static final String RUNTIME_STAGE = "runtime";
  static final String APPLICATION_STAGE = "application";

  private PlannedDockerfile() {}

  /**
   * Plans the stages: <i>build</i> makes the jars, if anything does, <i>runtime</i> links,
   * <i>application</i> lays out, the last is the image.
   *
   * @throws ParkaException [BadJdkImage] if the JDK's image is known not to do; [BadPath] if the
   *     directory of the libraries is not below the module
   */
  public static Dockerfile of(ImagePlan plan, BuildContext context) {
    JdkStage.requireJdk(plan, context.jdkImage());
    List<Stage> stages = new ArrayList<>();
    context.project().ifPresent(project -> stages.add(BuildStage.of(plan, context, project)));
    if (ToolStage.readsTheApplication(plan, context)) {
      stages.add(application(plan, context));
      stages.add(runtime(plan, context));
    } else {
      stages.add(runtime(plan, context));
      stages.add(application(plan, context));
    }
    stages.add(image(plan, context));
    return new Dockerfile(stages);
  }

  private static Stage runtime(ImagePlan plan, BuildContext context) {
    List<Instruction> instructions = new ArrayList<>(JdkStage.prepare(plan, context.jdkImage()));
    instructions.addAll(
        context
            .tool()
            .map(tool -> ToolStage.link(plan, context, tool))
            .orElseGet(() -> List.of(new Instruction.Run(RuntimeStage.link(plan)))));
    RuntimeStage.defaultArchive(plan)
        .ifPresent(command -> instructions.add(new Instruction.Run(List.of(command))));
    if (plan.isFromScratch()) {
      instructions.add(new Instruction.Run(RuntimeStage.rootFileSystem(plan, context)));
    }
    return new Stage(
        "runtime: links the Java run-time image"
            + (plan.isFromScratch() ? " and gathers the shared libraries it needs" : "")
            + ToolStage.commentOfLink(plan, context),
        from(context.jdkImage(), RUNTIME_STAGE),
        instructions);
  }

  private static Stage application(ImagePlan plan, BuildContext context) {
    ImageFiles files = context.files(plan);
    List<Instruction> instructions = new ArrayList<>(JdkStage.asRoot(context.jdkImage()));
    boolean isLaidOutInPlace = context.tool().isEmpty() && context.jars().nested().isEmpty();
    String directory = isLaidOutInPlace ? files.application().value() : UnpackCommands.JARS;
    context
        .libraries()
        .ifPresent(
            lib ->
                instructions.add(
                    copy(
                        context, lib + "/", directory + "/" + files.libraries().fileName() + "/")));
    instructions.add(copy(context, context.jar(), directory + "/" + files.jar().fileName()));
    context.tool().ifPresent(tool -> instructions.addAll(ToolStage.layOut(plan, context, tool)));
    List<String> commands = ApplicationStage.commands(plan, context);
    if (!commands.isEmpty()) {
      instructions.add(new Instruction.Run(commands));
    }
    return new Stage(
        "application: "
            + (context.jars().nested().isPresent() ? "takes the jar apart" : "lays out the jars")
            + (files.isOnModulePath()
                ? " and writes the module path"
                : " and writes the class path")
            + ToolStage.commentOfLayout(context),
        from(context.jdkImage(), APPLICATION_STAGE),
        instructions);
  }

  private static Copy copy(BuildContext context, String path, String destination) {
    return context.project().isPresent()
        ? Copy.fromStage(BUILD_STAGE, BuildStage.PROJECT + "/" + path, destination)
        : Copy.fromContext("./" + path, destination);
  }

  static Instruction.From from(ImageReference image, String stage) {
    return new Instruction.From(new BaseImage.Referenced(image), Optional.of(stage));
  }

  private static Stage image(ImagePlan plan, BuildContext context) {
    List<Instruction> instructions = new ArrayList<>();
    if (plan.isFromScratch()) {
      instructions.add(Copy.fromStage(RUNTIME_STAGE, RuntimeStage.ROOT + "/", "/"));
    }
    instructions.add(
        Copy.fromStage(RUNTIME_STAGE, RuntimeStage.LINKED + "/", plan.files().runtimeHome() + "/"));
    ImageFiles files = context.files(plan);
    if (context.hasLibraries()) {
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
