package dev.parka.annotations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavadocExampleTest {

  private static final Path SOURCE =
      Path.of("src/main/java/dev/parka/annotations/ContainerImage.java");
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\n(.*?) \\* }</pre>", Pattern.DOTALL);

  @TempDir Path directory;

  @Test
  void theExampleOnTheAnnotationCompiles() throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(SOURCE));
    assertThat(example.find()).isTrue();
    String code = example.group(1).replaceAll("(?m)^ \\* ?", "");
    Path file = Files.writeString(directory.resolve("PetStore.java"), code);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String[] arguments = {
      "-proc:none",
      "-Xlint:all",
      "-Werror",
      "-d",
      directory.toString(),
      "-cp",
      System.getProperty("java.class.path"),
      file.toString()
    };
    assertThat(compiler.run(null, null, null, arguments)).isZero();
    assertThat(directory.resolve("com/acme/PetStore.class")).exists();
  }
}
