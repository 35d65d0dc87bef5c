package dev.parka.runtime.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.classes.BadClassFileException;
import dev.parka.runtime.classes.ClassFile;
import dev.parka.runtime.classes.ClassFileReader;
import dev.parka.runtime.classes.ClassMember;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.CodeVisitor;
import dev.parka.runtime.classes.MemberReference;
import dev.parka.runtime.testing.Compiled;
import dev.parka.runtime.testing.Jars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to bytes on their way: the answer is a finding, never a crash. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class MutationTest {

  private static final String SOURCE =
      """
      package com.acme;
      public class App {
        java.sql.Driver driver;
        long number = 123456789012L;
        String name = "java.rmi.Remote";
        Runnable run(java.util.prefs.Preferences[] all) { return () -> all[0] = null; }
      }
      """;

  private final Random random = new Random(42);

  // FAULTS 33
  @Test
  void damagedClassFilesAreToldOrRead() {
    byte[] good = Compiled.of(SOURCE).get("com/acme/App.class");
    int bad = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] damaged = damaged(good);
      try {
        ClassFile file = new ClassFileReader(17).read(damaged);
        for (ClassMember method : file.methods()) {
          file.code(new NullVisitor()).read(method);
        }
      } catch (BadClassFileException e) {
        bad++;
      }
    }
    assertThat(bad).isBetween(1_000, 4_999);
  }

  // FAULTS 32, 40
  @Test
  void damagedJarsAreToldOrRead(@TempDir Path folder) throws IOException {
    Path inner = Jars.entries().classes(SOURCE).jar(folder.resolve("inner.jar"));
    byte[] good =
        Files.readAllBytes(
            Jars.entries()
                .multiRelease()
                .classes(SOURCE)
                .classesIn("META-INF/versions/9/", SOURCE)
                .text("META-INF/services/java.sql.Driver", "com.acme.Driver")
                .bytes("lib/inner.jar", Files.readAllBytes(inner))
                .jar(folder.resolve("good.jar")));
    Path jar = folder.resolve("damaged.jar");
    int bad = 0;
    for (int i = 0; i < 1_000; i++) {
      Files.write(jar, damaged(good));
      try {
        try (ApplicationClasses classes =
            ApplicationClasses.open(ClassPath.of(List.of(jar)).sources(), 17)) {
          ClassFileReader reader = new ClassFileReader(17);
          List.copyOf(classes.names()).forEach(name -> classes.read(name, reader));
          bad += classes.errors().isEmpty() ? 0 : 1;
        }
      } catch (ParkaException e) {
        bad++;
      }
    }
    assertThat(bad).isBetween(250, 999);
  }

  @Test
  void theWholeInferenceSurvivesToo() {
    byte[] good = Compiled.of(SOURCE).get("com/acme/App.class");
    for (int i = 0; i < 50; i++) {
      byte[] damaged = damaged(good);
      assertThatCode(
              () ->
                  Inferring.infer(Jars.entries().bytes("com/acme/App.class", damaged).source("a")))
          .doesNotThrowAnyException();
    }
  }

  /** Listens to nothing. */
  private static final class NullVisitor implements CodeVisitor {
    @Override
    public void type(String name) {}

    @Override
    public void instantiation(String name) {}

    @Override
    public void literal(String name) {}

    @Override
    public void field(MemberReference field, boolean isStatic) {}

    @Override
    public void call(MemberReference method, Call kind) {}

    @Override
    public void string(String text) {}
  }

  /** Cut off somewhere, or with a few bits flipped. */
  private byte[] damaged(byte[] good) {
    if (random.nextInt(4) == 0) {
      return Arrays.copyOf(good, random.nextInt(good.length));
    }
    byte[] damaged = good.clone();
    for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return damaged;
  }
}
