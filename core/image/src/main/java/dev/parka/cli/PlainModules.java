package dev.parka.cli;

import dev.parka.image.MainClassFinder;
import dev.parka.plan.ModuleChoice;
import dev.parka.plan.ModuleSearch;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.InferenceRequest;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code parka-cli modules} where no more is asked than builds mostly do; see {@link PlainLine}.
 *
 * @param line what was asked
 * @param classPath the path list
 */
record PlainModules(PlainLine line, String classPath) implements PlainCommand {

  private static final List<String> FLAGS = List.of("--explain", "--no-cache");
  private static final List<String> OPTIONS = List.of("--class-path", "--main-class", "--jdk");

  /** Reads a command line; null if it is not plain. */
  static @Nullable PlainModules read(String... arguments) {
    PlainLine line = PlainLine.read("modules", FLAGS, OPTIONS, arguments);
    String classPath = line == null ? null : line.value("--class-path");
    if (line == null || classPath == null) {
      return null;
    }
    String jdk = line.value("--jdk");
    return jdk == null || isHome(jdk) ? new PlainModules(line, classPath) : null;
  }

  /** Archives, root file systems and what is no JDK at all are for others. */
  static boolean isHome(String jdk) {
    return new File(jdk, "release").isFile();
  }

  @Override
  public int run(PrintWriter out, PrintWriter err) {
    ModulePrinter printer = new ModulePrinter(out, err, line.has("--explain"));
    String jdk = line.value("--jdk");
    String mainClass = line.value("--main-class");
    ClassPath parsed = ClassPath.parse(classPath).withManifestEntries();
    Jdk of = jdk == null ? Jdk.running() : Jdk.at(Path.of(jdk));
    Optional<ClassName> main =
        mainClass == null ? MainClassFinder.find(parsed) : Optional.of(new ClassName(mainClass));
    ModuleSearch search = ModuleSearch.by(ModuleChoice.DEFAULT).withCache(!line.has("--no-cache"));
    printer.print(
        search.find(of, parsed.sources(), main, InferenceRequest.Wishes.NONE), OutputFormat.TEXT);
    return ExitCode.GOOD;
  }
}
