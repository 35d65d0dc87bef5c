package dev.parka.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.testing.compile.Compilation;
import dev.parka.runtime.jdk.Jdk;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file below {@code bad} says in comments what the compiler is to say of it, and where. */
final class BadInputTest {

  static Stream<BadInput> badInputs() throws IOException {
    return BadInput.all().stream();
  }

  @ParameterizedTest
  @MethodSource("badInputs")
  void saysWhatIsWrongAtTheLineThatIsWrong(BadInput input) {
    assumeThat(Runtime.version().feature())
        .as("the feature version of the JDK that runs this")
        .isGreaterThanOrEqualTo(input.release());
    Compilation compilation =
        Javac.compile(
            input.release(),
            new ContainerImageProcessor(input.inference()),
            input.options(),
            List.of(),
            List.of(Javac.source(input.text())));

    assertThat(compilation.diagnostics().stream().filter(BadInputTest::isSevere))
        .extracting(BadInputTest::expectation)
        .containsExactlyInAnyOrderElementsOf(input.expectations());
    boolean fails = input.expectations().stream().anyMatch(e -> e.kind() == Diagnostic.Kind.ERROR);
    assertThat(compilation.status())
        .isEqualTo(fails ? Compilation.Status.FAILURE : Compilation.Status.SUCCESS);
  }

  private static boolean isSevere(Diagnostic<? extends JavaFileObject> diagnostic) {
    return diagnostic.getKind() != Diagnostic.Kind.NOTE;
  }

  private static BadInput.Expectation expectation(Diagnostic<? extends JavaFileObject> diagnostic) {
    return new BadInput.Expectation(
        diagnostic.getKind() == Diagnostic.Kind.MANDATORY_WARNING
            ? Diagnostic.Kind.WARNING
            : diagnostic.getKind(),
        diagnostic.getLineNumber(),
        diagnostic.getMessage(Locale.ROOT).replace(Jdk.running().version().toString(), "{jdk}"));
  }
}
