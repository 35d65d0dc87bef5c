package dev.parka.cli;

import dev.parka.image.MainClassFinder;
import dev.parka.plan.ModuleChoice;
import dev.parka.plan.ModuleSearch;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.InferenceRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code parka-cli modules} where no more is asked than builds mostly do. To make picocli's model
 * of the commands takes longer than to look a list up, and about as long as to find a small one. So
 * what is written plainly is read here; whatever else there may be, mistakes among it, is left to
 * picocli, which has the last word on what a command line means.
 *
 * @param classPath the path list
 * @param mainClass the class that java launches, if it was named
 * @param jdk the home of the JDK, if it was named
 * @param explain whether reasons are wanted
 * @param cache whether the cache may be asked
 */
record PlainModules(
    String classPath,
    @Nullable String mainClass,
    @Nullable String jdk,
    boolean explain,
    boolean cache) {

  /** Reads a command line; null if it is not plain. */
  static @Nullable PlainModules read(String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals("modules")) {
      return null;
    }
    String classPath = null;
    String mainClass = null;
    String jdk = null;
    boolean explain = false;
    boolean cache = true;
    for (int i = 1; i < arguments.length; i++) {
      String option = arguments[i];
      if (option.equals("--explain") && !explain) {
        explain = true;
      } else if (option.equals("--no-cache") && cache) {
        cache = false;
      } else if (++i == arguments.length || !isPlain(arguments[i])) {
        return null;
      } else if (option.equals("--class-path") && classPath == null) {
        classPath = arguments[i];
      } else if (option.equals("--main-class") && mainClass == null) {
        mainClass = arguments[i];
      } else if (option.equals("--jdk") && jdk == null && isHome(arguments[i])) {
        jdk = arguments[i];
      } else {
        return null;
      }
    }
    return classPath == null ? null : new PlainModules(classPath, mainClass, jdk, explain, cache);
  }

  /** Archives, root file systems and what is no JDK at all are for others. */
  private static boolean isHome(String jdk) {
    return new File(jdk, "release").isFile();
  }

  /** Quotes, files of arguments and what looks like an option are picocli's to understand. */
  private static boolean isPlain(String value) {
    return !value.isEmpty() && "-@\"'".indexOf(value.charAt(0)) < 0;
  }

  /**
   * Finds the modules and prints them.
   *
   * @throws dev.parka.runtime.ParkaException as {@link ModuleSearch#find} does
   */
  void run(ModulePrinter printer) {
    ClassPath parsed = ClassPath.parse(classPath).withManifestEntries();
    Jdk of = jdk == null ? Jdk.running() : Jdk.at(Path.of(jdk));
    Optional<ClassName> main =
        mainClass == null ? MainClassFinder.find(parsed) : Optional.of(new ClassName(mainClass));
    ModuleSearch search = ModuleSearch.by(ModuleChoice.DEFAULT).withCache(cache);
    printer.print(
        search.find(of, parsed.sources(), main, InferenceRequest.Wishes.NONE), OutputFormat.TEXT);
  }
}
