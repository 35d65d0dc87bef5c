package dev.parka.runtime.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.jdk.TestJdks;
import dev.parka.runtime.testing.JdkClassFiles;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.objectweb.asm.ClassReader;

/** ASM reads the same class files: compilers write no code that cannot be reached. */
class AsmAgreementTest {

  private static final List<String> MODULES =
      List.of("java.logging", "java.sql", "java.xml", "java.net.http", "jdk.compiler");

  @TestFactory
  List<DynamicTest> findsWhatAsmFindsInTheJdk() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Jdk jdk : TestJdks.all()) {
      for (String module : MODULES) {
        tests.add(
            DynamicTest.dynamicTest(
                module + " of JDK " + jdk.featureVersion(),
                () -> JdkClassFiles.of(jdk, module).forEach(AsmAgreementTest::assertAgreement)));
      }
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> findsWhatAsmFindsInLibraries() {
    return List.of(library(Assertions.class), library(Test.class), library(ClassReader.class));
  }

  private static DynamicTest library(Class<?> type) {
    return DynamicTest.dynamicTest(
        type.getName(), () -> assertAgreement(ClassSource.jar(jar(type))));
  }

  private static Path jar(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void assertAgreement(ClassSource source) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    source.visit(classes::put);
    classes.keySet().removeIf(name -> !name.endsWith(".class"));
    assertThat(classes).isNotEmpty();
    classes.forEach(AsmAgreementTest::assertAgreement);
  }

  private static void assertAgreement(String name, byte[] bytes) {
    if (name.endsWith("module-info.class")) {
      return;
    }
    try {
      ClassFile file = new ClassFileReader(0xffff).read(bytes);
      AsmReferences judge = AsmReferences.of(bytes);
      assertThat(CodeEvents.of(bytes)).as(name).isEqualTo(AsmCode.of(bytes));
      assertThat(new TreeSet<>(file.references())).as(name).isEqualTo(judge.references);
      assertThat(annotations(file)).as(name).isEqualTo(judge.annotations);
    } catch (BadClassFileException e) {
      throw new AssertionError(name, e);
    }
  }

  private static Map<String, List<String>> annotations(ClassFile file) {
    Map<String, List<String>> annotations = new TreeMap<>();
    annotations.put(file.name(), file.annotations());
    file.fields().forEach(field -> annotations.put(field.signature(), field.annotations()));
    file.methods().forEach(method -> annotations.put(method.signature(), method.annotations()));
    annotations.values().removeIf(List::isEmpty);
    return annotations;
  }
}
