package dev.parka.junit;

import static dev.parka.junit.ParkaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.image.BuiltImage;
import dev.parka.image.TestApplication;
import dev.parka.verify.boot.RunningImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs classes of tests as a project has them; those that fail say why. */
class ContainerImageTestTest {

  private static final String JAR = "target/container-image-test/app.jar";
  private static final String CHANGED = "target/container-image-test/changed/app.jar";

  private static final Path EMPTY = Path.of("target/container-image-test/empty.jar");

  private static final String SOURCE =
      """
      package com.acme;

      public class App {
        public static void main(String[] arguments) throws Exception {
          if (arguments.length > 0) {
            System.out.println("given " + String.join(" ", arguments));
            return;
          }
          try (var server = new java.net.ServerSocket(8080)) {
            System.out.println("open on port 8080");
            while (true) {
              try (var socket = server.accept()) {
                byte[] request = new byte[1000];
                if (socket.getInputStream().read(request) > 0) {
                  boolean isHealth = new String(request).startsWith("GET /health ");
                  String status = isHealth ? "200 OK" : "404 Not Found";
                  String answer = "HTTP/1.1 " + status + "\\r\\nContent-Length: 5\\r\\n\\r\\nfine\\n";
                  socket.getOutputStream().write(answer.getBytes());
                }
              }
            }
          }
        }
      }
      """;

  /** As the annotation processor would write it. */
  static final class AppImage implements ImageDescriptor {

    AppImage() {}

    @Override
    public String mainClass() {
      return "com.acme.App";
    }

    @Override
    public List<Integer> ports() {
      return List.of(8080);
    }

    @Override
    public List<Map.Entry<String, String>> labels() {
      return List.of(Map.entry("org.acme.team", "parka"));
    }
  }

  @BeforeAll
  static void compile() throws IOException {
    Path other = Files.createDirectories(Path.of(CHANGED).getParent());
    Path otherClasses =
        TestApplication.compile(other, "com/acme/App.java", SOURCE.replace("given", "got"));
    TestApplication.jar(otherClasses, Path.of(CHANGED), "com.acme.App");
    Path directory = Files.createDirectories(Path.of(JAR).getParent());
    Path classes = TestApplication.compile(directory, "com/acme/App.java", SOURCE);
    TestApplication.jar(classes, Path.of(JAR), "com.acme.App");
    TestApplication.jar(Files.createDirectories(directory.resolve("empty")), EMPTY, "");
  }

  private static EngineExecutionResults run(Class<?>... types) {
    ClassSelector[] selectors =
        Stream.of(types).map(type -> selectClass(type)).toArray(ClassSelector[]::new);
    return EngineTestKit.engine("junit-jupiter").selectors(selectors).execute();
  }

  @ContainerImageTest(value = AppImage.class, classPath = JAR, ready = "/health")
  static class Good {

    @Test
    void holdsWhatItShould(BuiltImage image) {
      assertThat(image)
          .hasModulesExactly("java.base")
          .hasModules("java.base")
          .doesNotHaveModule("java.desktop")
          .isSmallerThan("30 MB")
          .unpacksToLessThan("90 MB")
          .runsAsNonRoot()
          .hasNoShell()
          .hasFile("/app/app.jar")
          .doesNotHaveFile("/bin/sh")
          .hasLabel("org.acme.team", "parka")
          .exposes(8080)
          .verifies();
    }

    @Test
    void runsToTheEnd(BuiltImage image) {
      assertThat(image.run("one", "two").output()).containsExactly("given one two");
    }

    @Nested
    class Running {

      @Test
      void answers(RunningImage running, @MappedPort int port, @MappedPort(8080) int same) {
        assertThat(running)
            .isRunning()
            .answers("/health")
            .answers("/health", "fine")
            .hasLogLine("^open on port [0-9]+$")
            .doesNotHaveLogLine("Exception")
            .runs("-version");
        assertThat(port).isEqualTo(same).isEqualTo(running.port());
      }

      @Test
      void isTheSameForTheWholeClass(RunningImage running) {
        assertThat(running.log()).containsOnlyOnce("open on port 8080");
      }
    }
  }

  @ContainerImageTest(value = AppImage.class, classPath = JAR)
  static class Bad {

    @Test
    void moduleIsMissing(BuiltImage image) {
      assertThat(image).hasModules("java.sql");
    }

    @Test
    void modulesDiffer(BuiltImage image) {
      assertThat(image).hasModulesExactly("java.logging");
    }

    @Test
    void isTooLarge(BuiltImage image) {
      assertThat(image).isSmallerThan("1 MB");
    }

    @Test
    void hasNoSuchFile(BuiltImage image) {
      assertThat(image).hasFile("/app/none");
    }

    @Test
    void hasNoSuchLabel(BuiltImage image) {
      assertThat(image).hasLabel("org.acme.team", "anorak");
    }

    @Test
    void doesNotAnswer(RunningImage running) {
      assertThat(running).answers("/pets");
    }
  }

  /** Beside other tests, which see the same zone and language all the time. */
  @ContainerImageTest(value = AppImage.class, classPath = CHANGED, compression = "gzip:1")
  static class Changed {

    @Test
    void isNotTheSame(BuiltImage image) throws IOException {
      Files.copy(Path.of(JAR), Path.of(CHANGED), StandardCopyOption.REPLACE_EXISTING);
      assertThat(image).isReproducible();
    }
  }

  @ContainerImageTest(value = AppImage.class, classPath = JAR, compression = "gzip:10")
  static class Compressed {

    @Test
    void isNotReached(BuiltImage image) {
      assertThat(image).isNull();
    }
  }

  @ContainerImageTest(value = AppImage.class, classPath = JAR, ready = "/no", timeoutSeconds = 2)
  static class NeverReady {

    @Test
    void isNotReached(RunningImage running) {
      assertThat(running).isNull();
    }
  }

  @ContainerImageTest(classPath = "target/container-image-test/empty.jar")
  static class Unnamed {

    @Test
    void isNotReached(BuiltImage image) {
      assertThat(image).isNull();
    }
  }

  @ContainerImageTest(UnknownImage.class)
  static class Unknown {

    @Test
    void isNotReached(BuiltImage image) {
      assertThat(image).isNull();
    }
  }

  /** A handle of something that is not there. */
  static final class UnknownImage implements ImageDescriptor {

    UnknownImage() {}

    @Override
    public String mainClass() {
      return "com.acme.Unknown";
    }
  }

  @ContainerImageTest(OddImage.class)
  static class Odd {

    @Test
    void isNotReached(BuiltImage image) {
      assertThat(image).isNull();
    }
  }

  /** A handle that nobody can make. */
  record OddImage(String mainClass) implements ImageDescriptor {}

  @Test
  void givesImagesToTestsAndSaysWhyTheyFail() {
    EngineExecutionResults results = run(Good.class, Bad.class, NeverReady.class);

    results.testEvents().assertStatistics(s -> s.succeeded(4).failed(7));
    assertThat(message(results, "moduleIsMissing"))
        .startsWith("expected the modules [java.sql], and the image lacks [java.sql]\n")
        .endsWith("\nit has [java.base]\nadd them with addModules");
    assertThat(message(results, "modulesDiffer"))
        .isEqualTo(
            """
            expected the modules [java.logging], found [java.base]
            not there: [java.logging]
            not expected: [java.base]
              java.base: every application needs it\
            """);
    assertThat(message(results, "isTooLarge"))
        .matches(
            "(?s)expected less than 1.0 MB stored, found [0-9.]+ MB \\([0-9]+ bytes\\):\n"
                + "  root file system: .*\n  run-time image: .*\n  application: [0-9.]+ k?B");
    assertThat(message(results, "hasNoSuchFile"))
        .startsWith("expected a file /app/none, and there is none\nbeside it is: [/app/app.jar");
    assertThat(message(results, "hasNoSuchLabel"))
        .startsWith("expected the label org.acme.team=anorak, found [");
    assertThat(message(results, "doesNotAnswer"))
        .isEqualTo(
            """
            expected status 2xx at /pets, found 404:
            fine

            it printed:
              | open on port 8080\
            """);
    assertThat(failure(results, "doesNotAnswer").getSuppressed())
        .singleElement()
        .hasToString("dev.parka.junit.ImageOutput: the image had printed:\n  | open on port 8080");
    assertThat(message(results, "isNotReached"))
        .contains(
            "[NotReady] expected status 2xx at http://localhost:8080/no, found 404 after 2.00 s");
  }

  @Test
  void saysWhatDiffersWhereAnImageIsNotReproducible() {
    assertThat(message(run(Changed.class), "isNotTheSame"))
        .startsWith("expected the image to be the same when it is built again, and it differs:\n")
        .contains("/app/app.jar")
        .doesNotContain("/opt/java");
  }

  @Test
  void saysWhatStandsInTheWayOfABuild() {
    assertThat(message(run(Compressed.class), "isNotReached"))
        .contains("gzip has the levels 1 to 9, not 10");
    assertThat(message(run(Unnamed.class), "isNotReached"))
        .contains(
            "[NoApplicationNamed] nothing names the main class of"
                + " [target/container-image-test/empty.jar]; package the application first, or name"
                + " its handle or main class in @ContainerImageTest");
    assertThat(message(run(Unknown.class), "isNotReached"))
        .contains(
            "[NoSuchApplication] the tests' class path lacks com.acme.Unknown, and so do [target,"
                + " build/libs]; package the application first, or say classPath in"
                + " @ContainerImageTest");
    assertThat(message(run(Odd.class), "isNotReached"))
        .contains(
            "[UnusableHandle] dev.parka.junit.ContainerImageTestTest$OddImage cannot be made:"
                + " java.lang.NoSuchMethodException:"
                + " dev.parka.junit.ContainerImageTestTest$OddImage.<init>(); name the handle that"
                + " the annotation processor wrote, or a class with a constructor that takes"
                + " nothing");
  }

  private static String message(EngineExecutionResults results, String test) {
    return failure(results, test).getMessage().replace("\r\n", "\n");
  }

  private static Throwable failure(EngineExecutionResults results, String test) {
    return results.testEvents().failed().stream()
        .filter(event -> event.getTestDescriptor().getDisplayName().startsWith(test + "("))
        .map(ContainerImageTestTest::failure)
        .findFirst()
        .orElseThrow(() -> new AssertionError(test + " has not failed"));
  }

  private static Throwable failure(Event event) {
    return event
        .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
        .getThrowable()
        .orElseThrow();
  }
}
