package dev.parka.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Class files of Java 17, compiled in memory. */
public final class Compiled {

  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE = Pattern.compile("(?:class|interface|record) (\\w+)");

  private Compiled() {}

  /** Compiles sources; the class files by their path, such as {@code com/acme/App.class}. */
  public static Map<String, byte[]> of(String... sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, byte[]> classes = new TreeMap<>();
    JavaFileManager files =
        new ForwardingJavaFileManager<JavaFileManager>(
            compiler.getStandardFileManager(null, null, null)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new Output(name.replace('.', '/') + ".class", classes);
          }
        };
    List<Input> inputs = Arrays.stream(sources).map(Input::new).toList();
    List<String> options = List.of("--release", "17", "-proc:none", "-nowarn");
    assertThat(compiler.getTask(null, files, null, options, null, inputs).call()).isTrue();
    return classes;
  }

  /** Compiles one class and returns its bytes. */
  public static byte[] single(String source) {
    return of(source).values().iterator().next();
  }

  private static String path(String source) {
    return source.startsWith("module ")
        ? "module-info"
        : find(PACKAGE, source).replace('.', '/') + "/" + find(TYPE, source);
  }

  private static String find(Pattern pattern, String source) {
    Matcher matcher = pattern.matcher(source);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static final class Input extends SimpleJavaFileObject {
    private final String source;

    Input(String source) {
      super(URI.create("string:///" + path(source) + ".java"), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }

  private static final class Output extends SimpleJavaFileObject {
    private final String path;
    private final Map<String, byte[]> classes;

    Output(String path, Map<String, byte[]> classes) {
      super(URI.create("string:///" + path), Kind.CLASS);
      this.path = path;
      this.classes = classes;
    }

    @Override
    public OutputStream openOutputStream() {
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          classes.put(path, toByteArray());
        }
      };
    }
  }
}
