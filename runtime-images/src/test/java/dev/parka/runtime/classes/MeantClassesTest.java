package dev.parka.runtime.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.testing.Compiled;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeantClassesTest {

  private static final byte[] APP =
      Compiled.single(
          """
          package com.acme;

          @FunctionalInterface
          interface App<T extends java.util.concurrent.Callable<java.net.Proxy>> {
            java.sql.Driver[] drivers(java.rmi.Remote remote);

            static void main(String[] arguments) throws Exception {
              new java.util.zip.CRC32().update(1);
              Class.forName("org.h2.Driver");
              System.out.println("not a name");
            }
          }
          """);

  private final MeantClasses names = new MeantClasses("none", any -> Set.of());

  @Test
  void takesConstantsDescriptorsSignaturesAnnotationsAndTextForNames() {
    assertThat(names.read(APP))
        .contains(
            "com/acme/App",
            "java/util/zip/CRC32",
            "java/sql/Driver",
            "java/rmi/Remote",
            "java/util/concurrent/Callable",
            "java/net/Proxy",
            "java/lang/FunctionalInterface",
            "org/h2/Driver")
        .doesNotContain("not a name", "App/java");
  }

  @Test
  void saysOfASecondFileOnlyWhatItSaysInOtherWords() {
    names.read(APP);
    byte[] other = Compiled.single("package com.acme; class Other { java.sql.Driver driver; }");

    assertThat(names.read(other)).containsExactlyInAnyOrder("com/acme/Other", "java/sql/Driver");
    assertThat(names.read(other)).isEmpty();
  }

  @Test
  void leavesOutWhatDoesNotCountInFilesWithAnAttribute() {
    MeantClasses some = new MeantClasses("Signature", any -> Set.of("Ljava/rmi/Remote;"));
    byte[] without = Compiled.single("package b; class B { java.rmi.Remote remote; }");
    byte[] with =
        Compiled.single(
            "package a; class A { java.rmi.Remote remote; java.util.List<String> list; }");

    assertThat(some.read(with)).contains("java/util/List").doesNotContain("java/rmi/Remote");
    assertThat(some.read(without)).contains("java/rmi/Remote");
  }

  @Test
  void saysNothingOfWhatIsDamagedAndFailsOnNothing() {
    for (int length = 0; length < APP.length; length++) {
      new MeantClasses("none", any -> Set.of()).read(Arrays.copyOf(APP, length));
    }
    assertThat(names.read(Arrays.copyOf(APP, 40))).isEmpty();
    assertThat(names.read(new byte[100])).isEmpty();
  }
}
