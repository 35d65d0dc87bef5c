package dev.parka.processor;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import dev.parka.runtime.jdk.Jdk;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The launcher is the judge: every class in {@code launch} is started with every JDK at hand, and
 * what it says must be what the rule said. FAULTS 21.
 */
final class LaunchableMainTest {

  private static final Path SOURCES = Path.of("src/test/resources/launch");

  @TempDir private static Path classes;

  /** What the rule says of each class, for each feature version. */
  private static final SortedMap<String, SortedMap<Integer, Boolean>> VERDICTS = new TreeMap<>();

  @BeforeAll
  static void compile() throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    Texts.below(SOURCES).forEach((path, text) -> sources.add(Javac.source(path, text)));
    StringWriter complaints = new StringWriter();
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    complaints,
                    null,
                    null,
                    List.of("--release", "17", "-d", classes.toString()),
                    null,
                    sources);
    LaunchableMain rule = new LaunchableMain(new MainMethods(task.getElements(), task.getTypes()));
    Set<Integer> versions = jdks().map(Jdk::featureVersion).collect(toCollection(TreeSet::new));
    for (TypeElement type : withNested(ElementFilter.typesIn(task.analyze()))) {
      String name = task.getElements().getBinaryName(type).toString();
      SortedMap<Integer, Boolean> verdicts = new TreeMap<>();
      for (int version : versions) {
        verdicts.put(version, rule.check(type, name, version).isEmpty());
      }
      VERDICTS.put(name, verdicts);
    }
    task.generate();
    assertThat(complaints.toString()).isEmpty();
  }

  private static List<TypeElement> withNested(Iterable<TypeElement> types) {
    List<TypeElement> all = new ArrayList<>();
    for (TypeElement type : types) {
      all.add(type);
      all.addAll(withNested(ElementFilter.typesIn(type.getEnclosedElements())));
    }
    return all;
  }

  static Stream<Jdk> jdks() {
    return Jdks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void agreesWithTheLauncher(Jdk jdk) {
    int version = jdk.featureVersion();
    SortedMap<String, Boolean> rule = new TreeMap<>();
    SortedMap<String, Boolean> launcher = new ConcurrentSkipListMap<>();
    VERDICTS.forEach((name, verdicts) -> rule.put(name, verdicts.get(version)));
    VERDICTS.keySet().parallelStream().forEach(name -> launcher.put(name, launches(jdk, name)));
    assertThat(rule).isEqualTo(launcher);
    assertThat(rule.values()).contains(true, false).hasSizeGreaterThan(40);
  }

  private static boolean launches(Jdk jdk, String name) {
    try {
      return exitCode(jdk, name) == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int exitCode(Jdk jdk, String name) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                jdk.tool("java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes.toString(),
                name)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends in time").isTrue();
    return process.exitValue();
  }
}
