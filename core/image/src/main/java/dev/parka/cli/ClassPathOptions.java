package dev.parka.cli;

import dev.parka.image.ImageProblem;
import dev.parka.image.MainClassFinder;
import dev.parka.jdks.FoundJdk;
import dev.parka.jdks.JdkStore;
import dev.parka.jdks.JdkWish;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.Platform;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** What every command that reads an application is told. */
final class ClassPathOptions {

  @Option(
      names = "--class-path",
      required = true,
      paramLabel = "<path list>",
      description = {
        "Jars and directories, with ':' between them; 'dir/*' stands for the jars in dir.",
        "What a jar names in the Class-Path of its manifest is part of it.",
        "@<file> reads the list from a file."
      })
  private @Nullable String classPath;

  @Option(
      names = "--main-class",
      paramLabel = "<class>",
      description = "The class that java launches; by default, what the first jar's manifest says.")
  private @Nullable String mainClass;

  @Mixin private JdkOption jdk = new JdkOption();

  /** For picocli. */
  ClassPathOptions() {}

  /** Makes it a command that works without an application, or says itself where one is missing. */
  static void relax(CommandSpec command) {
    OptionSpec classPath = command.findOption("--class-path");
    command.remove(classPath);
    command.addOption(OptionSpec.builder(classPath).required(false).build());
  }

  /** What was given, but for what was not. */
  ClassPathOptions(@Nullable String classPath, @Nullable String mainClass, JdkOption jdk) {
    this.classPath = classPath;
    this.mainClass = mainClass;
    this.jdk = jdk;
  }

  /** Whether there is an application in them. */
  boolean areGiven() {
    return classPath != null;
  }

  /** The class path; an empty one where a command has no need of it. */
  ClassPath classPath() {
    return ClassPath.parse(classPath == null ? "" : classPath).withManifestEntries();
  }

  /** The main class that was named or that the manifest names. */
  Optional<ClassName> mainClass(ClassPath parsed) {
    return mainClass == null ? MainClassFinder.find(parsed) : Optional.of(new ClassName(mainClass));
  }

  /**
   * The same where there has to be one.
   *
   * @throws ParkaException [NoMainClassNamed]
   */
  ClassName requireMainClass(ClassPath parsed) {
    return require(mainClass(parsed));
  }

  /**
   * The class that was named, or that an image of the class path runs.
   *
   * @throws ParkaException [NoMainClassNamed]
   */
  ClassName requireStartedClass(ClassPath parsed) {
    return mainClass == null
        ? require(MainClassFinder.findStarted(parsed))
        : requireMainClass(parsed);
  }

  private static ClassName require(Optional<ClassName> mainClass) {
    return mainClass.orElseThrow(
        () ->
            new ParkaException(
                ImageProblem.NO_MAIN_CLASS_NAMED,
                "neither --main-class nor the manifest of the first class path entry names"
                    + " a main class",
                "add --main-class, as in --main-class com.acme.App"));
  }

  /** The JDK that was named, or the running one. */
  Jdk jdk() {
    return jdk.find(JdkWish.ANY).map(FoundJdk::jdk).orElseGet(Jdk::running);
  }

  /** The JDKs that were named for an image of these platforms. */
  JdkChoices jdks(List<Platform> platforms) {
    return jdk.choices(platforms);
  }

  /** The JDK that was named, or the one of this machine that an image gets. */
  Jdk jdk(ImageSpec spec) {
    JdkWish wish = JdkWish.of(spec);
    return jdk.find(wish).orElseGet(() -> JdkStore.choose(wish)).jdk();
  }
}
