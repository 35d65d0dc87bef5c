package dev.parka.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.parka.annotations.ImageDescriptor;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the source of a handle says, once compiled, is what it was made from. */
final class HandleSourceTest {

  private static final String HOSTILE =
      "\"'`$T ${x} \\ \\\\ \\u0041 */ /* // \t\n\r\0\u007f\u0080\u202e\ud800 \u4e16 \ud83d\udc27 \\";

  static Stream<ImageDescriptor> descriptors() {
    return Stream.of(() -> "com.acme.App", () -> "App", () -> "a.Outer$Inner", new Hostile());
  }

  @ParameterizedTest
  @MethodSource("descriptors")
  void roundTripsEveryValue(ImageDescriptor descriptor) throws Exception {
    for (boolean importJavaLang : List.of(true, false)) {
      ImageDescriptor handle = compile(descriptor, importJavaLang);
      for (Method method : ImageDescriptor.class.getMethods()) {
        assertThat(method.invoke(handle)).isEqualTo(method.invoke(descriptor));
      }
    }
  }

  private static ImageDescriptor compile(ImageDescriptor descriptor, boolean importJavaLang)
      throws Exception {
    String name = HandleSource.name(descriptor.mainClass());
    String source = HandleSource.render(descriptor, importJavaLang);
    assertThat(source).matches("\\p{ASCII}*");
    Compilation compilation =
        javac()
            .withOptions("--release", "17", "-Xlint:all", "-Xdoclint:all", "-Werror")
            .withClasspath(List.of(Javac.annotations().toFile()))
            .compile(Javac.source(name.replace('.', '/') + ".java", source));
    assertThat(compilation.diagnostics()).isEmpty();
    JavaFileObject file =
        compilation.generatedFiles().stream()
            .filter(f -> f.getKind() == JavaFileObject.Kind.CLASS)
            .findFirst()
            .orElseThrow();
    try (InputStream in = file.openInputStream()) {
      byte[] bytes = in.readAllBytes();
      ClassLoader loader =
          new ClassLoader(HandleSourceTest.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String binaryName) {
              return defineClass(binaryName, bytes, 0, bytes.length);
            }
          };
      return (ImageDescriptor) loader.loadClass(name).getConstructor().newInstance();
    }
  }

  private static final class Hostile implements ImageDescriptor {

    @Override
    public String mainClass() {
      return "com.acme.Caf\u00e9$\u4e16";
    }

    @Override
    public String name() {
      return HOSTILE;
    }

    @Override
    public int javaVersion() {
      return -17;
    }

    @Override
    public List<String> arguments() {
      return List.of(HOSTILE, "", HOSTILE);
    }

    @Override
    public List<Map.Entry<String, String>> env() {
      return List.of(Map.entry(HOSTILE, ""), Map.entry("", HOSTILE));
    }

    @Override
    public List<Integer> ports() {
      return List.of(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public boolean allowRoot() {
      return true;
    }

    @Override
    public HealthProbe healthCheck() {
      return new HealthProbe(List.of(HOSTILE), -1, 0, 1, Integer.MIN_VALUE);
    }
  }
}
