package dev.parka.runtime.link;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.elf.ElfInput;
import dev.parka.runtime.elf.ElfKind;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.jdk.JmodFile;
import dev.parka.runtime.jdk.ReleaseFile;
import dev.parka.runtime.modules.ModuleName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The jmods of a JDK before jlink reads them. jlink reads every one of them, wanted or not, and
 * says of a damaged one little more than an exception's name.
 */
final class ModuleFiles {

  private static final String DESCRIPTOR = "classes/module-info.class";
  private static final String FIX = "install the JDK again";

  private ModuleFiles() {}

  /**
   * Passes silently if they are whole, belong to their JDK, and all roots that the release file
   * lists are among them. A JDK without jmods passes.
   *
   * @throws ParkaException [DamagedJdk] for each that is not
   */
  static void requireWhole(Jdk jdk, Set<ModuleName> roots) throws IOException {
    if (jdk.jmods().isEmpty()) {
      return;
    }
    Path folder = jdk.jmods().get();
    List<Problem> problems = new ArrayList<>();
    for (Path file : files(folder)) {
      try (JmodFile jmod = JmodFile.open(file)) {
        if (!jmod.has(DESCRIPTOR)) {
          problems.add(damaged(file + " has no " + DESCRIPTOR));
        } else if (file.endsWith("java.base.jmod")) {
          checkBase(jdk, file, jmod).ifPresent(problems::add);
        }
      } catch (ParkaException e) {
        problems.addAll(e.problems());
      }
    }
    Set<String> listed = listed(jdk.home().resolve("release"));
    for (ModuleName root : new TreeSet<>(roots)) {
      if (listed.contains(root.value()) && !Files.exists(folder.resolve(root + ".jmod"))) {
        problems.add(damaged(folder + " has no " + root + ".jmod, and the JDK has that module"));
      }
    }
    if (!problems.isEmpty()) {
      throw new ParkaException(problems);
    }
  }

  /** The modules that the JDK says it has; of a JDK without a release file, none. */
  private static Set<String> listed(Path release) {
    return Files.exists(release)
        ? Set.of(ReleaseFile.read(release).getOrDefault("MODULES", "").split(" ", -1))
        : Set.of();
  }

  private static Set<Path> files(Path folder) throws IOException {
    Set<Path> files = new TreeSet<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.jmod")) {
      all.forEach(files::add);
    }
    return files;
  }

  /** jmods are often copied about, and those of another JDK link without a word. */
  private static Optional<Problem> checkBase(Jdk jdk, Path file, JmodFile jmod) throws IOException {
    String version = version(jmod.read(DESCRIPTOR).orElseThrow());
    if (!version.split("[.+-]", -1)[0].equals(Integer.toString(jdk.featureVersion()))) {
      return Optional.of(
          damaged(file + " is of version " + version + " and the JDK is " + jdk.version()));
    }
    Optional<byte[]> launcher = jmod.read("bin/java");
    if (launcher.isEmpty()) {
      return Optional.empty();
    }
    try (ElfInput input = ElfInput.of(file + "!/bin/java", launcher.get())) {
      Optional<Architecture> made = ElfKind.read(input).flatMap(ElfKind::architecture);
      return made.equals(Optional.of(jdk.architecture()))
          ? Optional.empty()
          : Optional.of(
              damaged(
                  file
                      + " is made for "
                      + made.map(Architecture::jdkName).orElse("another machine")
                      + " and the JDK for "
                      + jdk.architecture().jdkName()));
    }
  }

  private static String version(byte[] descriptor) {
    StringBuilder found = new StringBuilder();
    try {
      new ClassReader(descriptor)
          .accept(
              new ClassVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable ModuleVisitor visitModule(
                    String name, int access, @Nullable String version) {
                  found.append(version);
                  return null;
                }
              },
              ClassReader.SKIP_CODE);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return "unknown";
    }
    return found.toString();
  }

  private static Problem damaged(String fact) {
    return new Problem(RuntimeProblem.DAMAGED_JDK, fact, FIX);
  }
}
