package dev.parka.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of javac's own file manager, and what it answers. */
final class CompilerFilesTest {

  private static final List<String> NAMES =
      List.of("q/In", "r/deep/In", "nowhere/One", "nowhere/two/Three", "q/No", "r/deep/No", "X");

  private static final String BROKEN = "q/Broken";

  @TempDir private Path folder;
  private Path jar;
  private Path directory;
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void makeAClassPath() throws IOException {
    jar = folder.resolve("q.jar");
    Jars.compile(jar, Map.of("In.java", "package q; public class In {}"), List.of());
    directory = folder.resolve("classes");
    Files.createDirectories(directory.resolve("r/deep"));
    Files.createFile(directory.resolve("r/deep/In.class"));
  }

  @Test
  void asksForNoClassWhosePackageIsNowhere() throws IOException {
    assertThat(dependencies(NAMES, true)).isEqualTo(found());
    assertThat(asked)
        .containsExactly(
            "q/In.class",
            "q",
            "r",
            "r/deep",
            "r/deep/In.class",
            "nowhere",
            "q/No.class",
            "r/deep/No.class",
            "X.class");
  }

  @Test
  void asksForEachWhereTheCompilerTellsOfNoFolder() throws IOException {
    assertThat(dependencies(NAMES, false)).isEqualTo(found());
    assertThat(asked).containsAll(NAMES.stream().map(name -> name + ".class").toList());
  }

  /** javac throws something of its own where a file manager is not its own, as Gradle's is not. */
  @Test
  void findsNothingByANameThatNoFileCanHave() throws IOException {
    List<String> names = List.of("q/In", "q//In", "q/../q/In", "/q/In", "q\0/In", "a b/In", "");

    assertThat(dependencies(names, true)).isEqualTo(Map.of("q/In", jar));
  }

  @Test
  void hidesNoFaultOfAFileManager() {
    assertThatThrownBy(() -> dependencies(List.of("q/In", BROKEN), true))
        .hasRootCauseInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("closed");
  }

  private Map<String, Path> found() {
    return Map.of("q/In", jar, "r/deep/In", directory);
  }

  /** Where the names lie, of those that are anywhere. */
  private Map<String, Path> dependencies(List<String> names, boolean tellsOfFolders)
      throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    Map<String, Path> found = new LinkedHashMap<>();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(jar, directory));
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              new Listening(files, tellsOfFolders),
              null,
              List.of("-proc:only"),
              null,
              List.of(Javac.source("class App {}")));
      task.setProcessors(List.of(new Asking(names, found)));
      assertThat(task.call()).isTrue();
    }
    return found;
  }

  private final class Listening extends ForwardingJavaFileManager<StandardJavaFileManager> {

    private final boolean tellsOfFolders;

    Listening(StandardJavaFileManager files, boolean tellsOfFolders) {
      super(files);
      this.tellsOfFolders = tellsOfFolders;
    }

    @Override
    public FileObject getFileForInput(Location location, String packageName, String name)
        throws IOException {
      asked.add(name);
      if (name.startsWith(BROKEN)) {
        throw new IllegalStateException("closed");
      }
      try {
        return super.getFileForInput(location, packageName, name);
      } catch (IllegalArgumentException e) {
        if (tellsOfFolders) {
          throw e;
        }
        return null;
      }
    }
  }

  @SupportedAnnotationTypes("*")
  private static final class Asking extends AbstractProcessor {

    private final List<String> names;
    private final Map<String, Path> found;

    Asking(List<String> names, Map<String, Path> found) {
      this.names = names;
      this.found = found;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (round.processingOver()) {
        CompilerFiles files =
            new CompilerFiles(processingEnv.getFiler(), processingEnv.getElementUtils());
        names.forEach(
            name -> {
              Optional<Path> entry = files.dependency(name);
              entry.ifPresent(path -> found.put(name, path));
            });
      }
      return false;
    }
  }
}
