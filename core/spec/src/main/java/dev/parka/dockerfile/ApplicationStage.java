package dev.parka.dockerfile;

import dev.parka.plan.ImageFiles;
import dev.parka.plan.ImagePlan;
import java.util.ArrayList;
import java.util.List;

/** The commands of the stage that lays the application out. */
final class ApplicationStage {

  /** A directory to copy where the image wants an empty one. */
  static final String EMPTY = "/empty";

  private ApplicationStage() {}

  static List<String> commands(ImagePlan plan, BuildContext context) {
    List<String> commands = new ArrayList<>();
    if (context.tool().isEmpty()) {
      commands.addAll(
          context
              .jars()
              .nested()
              .map(nested -> new UnpackCommands(plan, context, nested).all())
              .orElseGet(() -> path(context.files(plan), context)));
    }
    if (!plan.config().volumes().isEmpty()) {
      commands.add("mkdir " + EMPTY);
    }
    return commands;
  }

  private static List<String> path(ImageFiles files, BuildContext context) {
    List<String> commands = new ArrayList<>();
    // Under umask 077 the build context holds what the image's user could not read.
    commands.add("chmod -R u=rwX,go=rX " + files.application());
    commands.add("export LC_ALL=C path=" + files.jar());
    if (context.libraries().isPresent()) {
      commands.add(
          "for jar in "
              + files.libraries()
              + "/*.jar; do [ ! -e \"$jar\" ] || path=\"$path:$jar\"; done");
    }
    String option = files.isOnModulePath() ? "-p" : "-cp";
    commands.add("printf '%s\\n\"%s\"\\n' " + option + " \"$path\" > " + files.classPathFile());
    return commands;
  }
}
