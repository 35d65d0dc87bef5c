package dev.parka.runtime.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.testing.Compiled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class ClassFileReaderTest {

  private final ClassFileReader reader = new ClassFileReader(17);

  @Test
  void findsWhatDeclarationsAndCodeReferTo() throws BadClassFileException {
    Map<String, byte[]> classes =
        Compiled.of(
            """
            package p;
            import java.util.function.Supplier;
            class A extends java.util.Timer implements java.sql.Wrapper {
              javax.naming.Context[][] field;
              java.rmi.Remote method(java.util.prefs.Preferences p) throws java.sql.SQLException {
                Supplier<java.net.http.HttpClient> client = java.net.http.HttpClient::newHttpClient;
                return null;
              }
              public boolean isWrapperFor(Class<?> c) { return c == java.beans.Beans[].class; }
              public <T> T unwrap(Class<T> c) { return c.cast(javax.script.Bindings.class); }
            }
            """);

    ClassFile references = reader.read(classes.get("p/A.class"));

    assertThat(references.name()).isEqualTo("p/A");
    assertThat(references.references())
        .contains(
            "java/beans/Beans",
            "java/net/http/HttpClient",
            "java/rmi/Remote",
            "java/sql/SQLException",
            "java/sql/Wrapper",
            "java/util/Timer",
            "java/util/prefs/Preferences",
            "javax/naming/Context",
            "javax/script/Bindings")
        .doesNotContain("p/A");
  }

  @Test
  void leavesSignaturesAndAnnotationsOut() throws BadClassFileException {
    Map<String, byte[]> classes =
        Compiled.of(
            """
            package p;
            import java.util.List;
            class A {
              @Deprecated List<java.sql.Driver> drivers;
            }
            """);

    assertThat(reader.read(classes.get("p/A.class")).references())
        .containsExactlyInAnyOrder("java/lang/Object", "java/util/List");
  }

  @Test
  void readsStringsUpToALength() throws BadClassFileException {
    ClassFile file =
        reader.read(
            Compiled.single(
                "package p; class A { String[] s = {\"java.sql.Driver\", \"longer\"}; }"));

    assertThat(file.strings(200)).containsExactlyInAnyOrder("java.sql.Driver", "longer");
    assertThat(file.strings(6)).containsExactly("longer");
  }

  @Test
  void readsNamesBeyondAscii() throws BadClassFileException {
    assertThat(reader.read(Compiled.single("package p; class Ätherwelle {}")).name())
        .isEqualTo("p/Ätherwelle");
  }

  // FAULTS 33
  @Test
  void saysWhatIsWrong() {
    byte[] good = Compiled.single("package p; class A { java.sql.Driver d; }");
    assertBad(new byte[0], "it ends too early");
    assertBad(Arrays.copyOf(good, good.length - 1), "it ends too early");
    assertBad(Arrays.copyOf(good, good.length + 1), "it has bytes after its end");
    assertBad(with(good, 0, 0), "it does not start with CAFEBABE");
    assertBad(with(good, 7, 62), "it is for Java 18, which JDK 17 cannot run");
    assertBad(with(good, 7, 44), "its version is 44");
    assertBad(with(with(good, 8, 0), 9, 0), "its constant pool is empty");
    assertBad(with(good, 10, 2), "its constant pool has a tag 2");
  }

  @Test
  void saysWhichIndexLeadsNowhere() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, "p/A", null, "java/lang/Object", null);
    byte[] good = writer.toByteArray();
    // The pool begins with the name of the class: Utf8 "p/A", then Class #1.
    byte[] outside = with(good, 10 + 3 + 3 + 2, 99);
    byte[] itself = with(good, 10 + 3 + 3 + 2, 2);

    assertBad(outside, "its constant pool has no constant of kind 1 at 99");
    assertBad(itself, "its constant pool has no constant of kind 1 at 2");
  }

  @Test
  void refusesDescriptorsWithoutEndAndTextThatIsNoUtf8() {
    byte[] good = Compiled.single("package p; class A { java.sql.Driver d; }");
    String text = new String(good, StandardCharsets.ISO_8859_1);
    int semicolon = text.indexOf("Driver;") + "Driver".length();

    assertBad(with(good, semicolon, 'x'), "it has a descriptor without an end");
    assertBad(with(good, semicolon, 0xC0), "its constant pool has text that is no modified UTF-8");
  }

  private void assertBad(byte[] file, String what) {
    assertThatThrownBy(() -> reader.read(file))
        .isInstanceOf(BadClassFileException.class)
        .hasMessage(what);
  }

  private static byte[] with(byte[] good, int offset, int value) {
    byte[] bad = good.clone();
    bad[offset] = (byte) value;
    return bad;
  }
}
