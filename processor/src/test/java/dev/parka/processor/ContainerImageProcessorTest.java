package dev.parka.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContainerImageProcessorTest {

  private static final String APP =
      """
      package com.acme;

      import dev.parka.annotations.ContainerImage;

      @ContainerImage
      final class App {
        public static void main(String[] arguments) {}
      }
      """;

  private static final String DOCKERFILE = "META-INF/parka/com.acme.App/Dockerfile";

  @TempDir private Path scratch;

  @Test
  void letsTheProgramUseItsOwnHandle() {
    Compilation compilation =
        Javac.compile(APP.replace("{}", "{ System.out.println(new AppImage().mainClass()); }"));

    assertThat(compilation.errors()).isEmpty();
    assertThat(Javac.output(compilation, DOCKERFILE)).isPresent();
  }

  /** javac throws a ClassCastException when it is asked for a type of such a name. */
  @Test
  void looksForNoTypesThatCannotBe() {
    Compilation compilation =
        Javac.compile(
            APP.replace("{}", "{ System.out.println(\"com.record.App com.acme.var\"); }"),
            "package com.acme; class B { String a = \"com.acme.record\", b = \"var.x\"; }");

    assertThat(compilation.errors()).isEmpty();
    assertThat(Javac.output(compilation, DOCKERFILE)).isPresent();
  }

  @Test
  void addsNoErrorsOfItsOwnWhereTheHandleOfABadAnnotationIsUsed() {
    Compilation compilation =
        Javac.compile(
            APP.replace("@ContainerImage\n", "@ContainerImage(ports = 0)\n")
                .replace("{}", "{ System.out.println(new AppImage().mainClass()); }"));

    assertThat(compilation.errors()).hasSize(1);
  }

  @Test
  void saysNothingMoreWhereTheCompilerFoundErrors() {
    Compilation compilation = Javac.compile(APP, "package com.acme; class B { int x = \"\"; }");

    assertThat(compilation.diagnostics())
        .extracting(Diagnostic::getKind)
        .containsExactly(Diagnostic.Kind.ERROR);
  }

  @Test
  void leavesErrorsInTheAnnotationToTheCompiler() {
    for (String values :
        List.of(
            "nonsense = 1",
            "ports = \"x\"",
            "tag = MISSING",
            "env = @dev.parka.annotations.Env(name = \"A\")",
            "labels = @dev.parka.annotations.Label(key = NONE, value = \"\")")) {
      Compilation compilation =
          Javac.compile(APP.replace("@ContainerImage\n", "@ContainerImage(" + values + ")\n"));

      assertThat(compilation.errors()).as(values).hasSize(1);
      assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
          .as(values)
          .doesNotContain("[");
    }
  }

  @Test
  void waitsForConstantsAndSuperclassesOfOtherProcessors() {
    Compilation compilation =
        javac()
            .withProcessors(new ContainerImageProcessor(), new GeneratesBase())
            .withOptions("--release", "17")
            .withClasspath(List.of(Javac.annotations().toFile()))
            .compile(
                Javac.source(
                    """
                    package com.acme;

                    import dev.parka.annotations.ContainerImage;

                    @ContainerImage(tag = Base.VERSION)
                    final class App extends Base {}
                    """));

    assertThat(compilation.errors()).isEmpty();
    assertThat(Javac.output(compilation, "com/acme/AppImage.java").orElseThrow())
        .contains("return \"1.2.3\";");
  }

  @Test
  void warnsOnceWhereItCannotListenToTheCompiler() {
    Compilation compilation =
        Javac.compile(17, new Wrapped(), List.of(), List.of(), List.of(Javac.source(APP)));

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).hasSize(1);
    assertThat(compilation.warnings().get(0).getMessage(Locale.ROOT))
        .isEqualTo(
            "[NoClassFiles] no Dockerfile is written for com.acme.App: this compiler does not tell"
                + " when class files are ready; compile with javac itself, or run parka-cli"
                + " dockerfile on the class files when they are there");
    assertThat(compilation.warnings().get(0).getLineNumber()).isEqualTo(5);
    assertThat(Javac.output(compilation, DOCKERFILE)).isEmpty();
    assertThat(Javac.output(compilation, "com/acme/AppImage.java")).isPresent();
  }

  @Test
  void reportsAFaultInARoundAsOneError() {
    Compilation compilation =
        Javac.compile(17, new Faulty(), List.of(), List.of(), List.of(Javac.source(APP)));

    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
        .isEqualTo(
            "[InternalError] Parka failed with java.lang.UnsupportedOperationException: no filer;"
                + " this is a fault of Parka, please report it with the stack trace below");
  }

  @Test
  void readsTheRunTimeClassPathFromAnOptionOrAFile() throws IOException {
    Path driver = driver();
    Path list = Files.writeString(scratch.resolve("class-path"), driver + "\n");
    String app = APP.replace("{}", "throws Exception { java.sql.DriverManager.getDriver(\"\"); }");

    for (String value : List.of(driver.toString(), "@" + list)) {
      Compilation compilation =
          Javac.compile(
              17,
              new ContainerImageProcessor(),
              List.of("-Aparka.classpath=" + value),
              List.of(),
              List.of(Javac.source(app)));

      assertThat(compilation.errors()).isEmpty();
      assertThat(Javac.output(compilation, "com.acme.App/root-modules.txt").orElseThrow())
          .contains(
              """
              # com.acme.App → [service] db.Driver → java.util.prefs.Preferences (driver.jar)
              java.prefs
              """);
      assertThat(Javac.output(compilation, DOCKERFILE).orElseThrow())
          .contains("COPY [\"./target/lib/\", \"/app/lib/\"]");
    }
  }

  /** A jar that only its service file leads to. */
  private Path driver() throws IOException {
    Path driver = scratch.resolve("driver.jar");
    Jars.compile(
        driver,
        Map.of("Driver.java", "package db; class Driver { java.util.prefs.Preferences kept; }"),
        List.of());
    Jars.addService(driver, "java.sql.Driver", "db.Driver");
    return driver;
  }

  /** An environment as build tools wrap it: javac's, but not of javac's class. */
  private static ProcessingEnvironment wrapped(ProcessingEnvironment environment, boolean broken) {
    return (ProcessingEnvironment)
        Proxy.newProxyInstance(
            ContainerImageProcessorTest.class.getClassLoader(),
            new Class<?>[] {ProcessingEnvironment.class},
            (proxy, method, arguments) ->
                broken && method.getName().equals("getFiler")
                    ? brokenFiler()
                    : method.invoke(environment, arguments));
  }

  private static Filer brokenFiler() {
    return (Filer)
        Proxy.newProxyInstance(
            ContainerImageProcessorTest.class.getClassLoader(),
            new Class<?>[] {Filer.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException("no filer");
            });
  }

  /** Passes everything on to the real one. */
  private abstract static class Around extends AbstractProcessor {

    private final Processor inner = new ContainerImageProcessor();

    abstract ProcessingEnvironment around(ProcessingEnvironment environment);

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      inner.init(around(environment));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return inner.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return inner.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      inner.process(annotations, round);
      return false;
    }
  }

  private static final class Wrapped extends Around {
    @Override
    ProcessingEnvironment around(ProcessingEnvironment environment) {
      return wrapped(environment, false);
    }
  }

  private static final class Faulty extends Around {
    @Override
    ProcessingEnvironment around(ProcessingEnvironment environment) {
      return wrapped(environment, true);
    }
  }

  private static final class GeneratesBase extends AbstractProcessor {

    private boolean done;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      Messager messager = processingEnv.getMessager();
      if (!done) {
        done = true;
        try (Writer writer =
            processingEnv.getFiler().createSourceFile("com.acme.Base").openWriter()) {
          writer.write(
              """
              package com.acme;

              class Base {
                static final String VERSION = "1.2.3";

                public static void main(String[] arguments) {}
              }
              """);
        } catch (IOException e) {
          messager.printMessage(Diagnostic.Kind.ERROR, e.toString());
        }
      }
      return false;
    }
  }
}
