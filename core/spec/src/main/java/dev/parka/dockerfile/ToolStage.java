package dev.parka.dockerfile;

import static java.util.stream.Collectors.joining;

import dev.parka.dockerfile.Instruction.Copy;
import dev.parka.plan.ImageFiles;
import dev.parka.plan.ImagePlan;
import dev.parka.plan.RuntimePlan;
import dev.parka.plan.ToolStep;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.strip.StripKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What stages have Parka's own command line do, since a shell cannot. */
final class ToolStage {

  private static final String JAR = "/parka-cli.jar";

  private ToolStage() {}

  /** Whether the stage has to have the application's jars: they say which classes are left out. */
  static boolean readsTheApplication(ImagePlan plan, BuildContext context) {
    return context.tool().isPresent()
        && ToolStep.of(plan.runtime()).contains(ToolStep.UNREFERENCED_CLASSES);
  }

  /** What the comment of the stage that links says of it: who does what, or what is not done. */
  static String commentOfLink(ImagePlan plan, BuildContext context) {
    SortedSet<ToolStep> steps = new TreeSet<>(ToolStep.of(plan.runtime()));
    steps.remove(ToolStep.NORMAL_JARS);
    return comment(steps, context);
  }

  /** And what that of the stage that lays out says. */
  static String commentOfLayout(BuildContext context) {
    return comment(new TreeSet<>(List.of(ToolStep.NORMAL_JARS)), context);
  }

  private static String comment(SortedSet<ToolStep> steps, BuildContext context) {
    if (steps.isEmpty()) {
      return "";
    }
    String words = steps.stream().map(ToolStep::toString).collect(joining(", "));
    return (context.tool().isPresent()
            ? "; with Parka's command line, as a shell cannot: "
            : "; left undone, as a shell cannot: ")
        + words;
  }

  static List<Instruction> link(ImagePlan plan, BuildContext context, ToolJar tool) {
    RuntimePlan runtime = plan.runtime();
    List<Instruction> instructions = new ArrayList<>(List.of(bring(tool)));
    List<String> command =
        new ArrayList<>(
            List.of(
                "java -jar " + JAR + " link",
                "--modules="
                    + runtime.modules().names().stream()
                        .map(ModuleName::value)
                        .collect(joining(",")),
                "--strip="
                    + runtime.strips().kinds().stream()
                        .map(StripKind::word)
                        .collect(joining(","))));
    if (!runtime.locales().isEmpty()) {
      command.add("--locale=" + String.join(",", runtime.locales()));
    }
    if (runtime.compressed()) {
      command.add("--compress-modules");
    }
    command.add("--launchers=" + String.join(",", runtime.strips().launchers()));
    if (!runtime.strips().unused().isEmpty()) {
      command.add(
          "--unused-libraries="
              + runtime.strips().unused().stream().map(Enum::name).collect(joining(",")));
    }
    if (readsTheApplication(plan, context)) {
      String app = plan.files().application() + "/";
      instructions.add(Copy.fromStage(PlannedDockerfile.APPLICATION_STAGE, app, app));
      command.addAll(application(plan, context));
    }
    command.add("--output=" + RuntimeStage.LINKED);
    instructions.add(run(tool, command));
    return instructions;
  }

  /** Repacks the jars of a directory, and writes the class path file. */
  static List<Instruction> layOut(ImagePlan plan, BuildContext context, ToolJar tool) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "java -jar " + JAR + " repack",
                path(plan, context, UnpackCommands.JARS),
                mainClass(plan),
                "--jar-name=" + plan.reference().shortName(),
                "--output=/"));
    return List.of(bring(tool), run(tool, command));
  }

  private static Instruction bring(ToolJar tool) {
    return Copy.fromContext("./" + tool.path(), JAR);
  }

  private static Instruction run(ToolJar tool, List<String> command) {
    return new Instruction.Run(
        List.of(
            "printf '%s  %s\\n' " + tool.digest().hex() + " " + JAR + " | sha256sum -c",
            String.join(" \\\n      ", command)));
  }

  private static String path(ImagePlan plan, BuildContext context, String directory) {
    return path(context.files(plan), context.libraries().isPresent(), directory);
  }

  private static String path(ImageFiles files, boolean hasLibraries, String directory) {
    String jar = directory + "/" + files.jar().fileName();
    String libraries = ":" + directory + "/" + files.libraries().fileName();
    if (files.isOnModulePath()) {
      return "--module-path=" + Escape.shell(hasLibraries ? jar + libraries : jar);
    }
    return "--class-path=" + Escape.shell(hasLibraries ? jar + libraries + "/*" : jar);
  }

  private static String mainClass(ImagePlan plan) {
    return "--main-class=" + Escape.shell(plan.config().process().mainClass());
  }

  private static List<String> application(ImagePlan plan, BuildContext context) {
    List<String> options = new ArrayList<>();
    ImageFiles files = context.files(plan);
    options.add(path(files, context.hasLibraries(), files.application().value()));
    options.add(mainClass(plan));
    plan.runtime()
        .startup()
        .jvmFlags()
        .forEach(flag -> options.add(Escape.shell("--jvm-flag=" + flag)));
    return options;
  }
}
