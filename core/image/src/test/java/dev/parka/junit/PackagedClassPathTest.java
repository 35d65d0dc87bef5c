package dev.parka.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.image.TestApplication;
import dev.parka.runtime.classes.ClassName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedClassPathTest {

  private static final ClassName MAIN = new ClassName("com.acme.App");

  @TempDir private Path project;
  private Path classes;
  private Path library;
  private Path driver;
  private Path testLibrary;

  /** An application, what it refers to, what provides a service to it, and what tests need. */
  @BeforeEach
  void compile() throws IOException {
    Path all =
        TestApplication.compile(
            project.resolve("all"),
            "com/acme/App.java",
            "package com.acme; class App { public static void main(String[] a) { new lib.Lib(); } }",
            "lib/Lib.java",
            "package lib; public class Lib implements Runnable { public void run() {} }",
            "driver/Driver.java",
            "package driver; public class Driver extends lib.Lib {}",
            "tests/Helper.java",
            "package tests; public class Helper extends lib.Lib {}");
    classes = part(all, "target/classes", "com");
    library = jar(part(all, "lib-classes", "lib"), "lib.jar");
    Path driverClasses = part(all, "driver-classes", "driver");
    Path services = Files.createDirectories(driverClasses.resolve("META-INF/services"));
    Files.writeString(services.resolve("lib.Lib"), "driver.Driver\n");
    driver = jar(driverClasses, "driver.jar");
    testLibrary = jar(part(all, "test-classes", "tests"), "tests.jar");
  }

  private Path part(Path all, String name, String part) throws IOException {
    Path directory = Files.createDirectories(project.resolve(name));
    Files.move(all.resolve(part), directory.resolve(part));
    return directory;
  }

  private Path jar(Path directory, String name) throws IOException {
    return TestApplication.jar(directory, project.resolve(name), "");
  }

  private List<Path> found(Path... tests) {
    return new PackagedClassPath(project, List.of(tests)).of(MAIN).entries();
  }

  @Test
  void leavesOutWhatTestsAloneNeed() {
    assertThat(found(testLibrary, classes, driver, library))
        .containsExactly(classes, driver, library);
  }

  @Test
  void takesThePackagedJarAndWhatLiesInLibBesideIt() throws IOException {
    Path jar = jar(classes, "target/app.jar");
    jar(classes, "target/app-sources.jar");
    Path lib = Files.createDirectories(project.resolve("target/lib"));
    Path copy = Files.copy(library, lib.resolve("lib.jar"));

    assertThat(found(classes, library, driver, testLibrary)).containsExactly(jar, copy);
    assertThat(found(jar, library, testLibrary)).containsExactly(jar, copy);
  }

  @Test
  void takesTheClassesWhereTheJarIsOlderAndAnother() throws IOException {
    Path jar = jar(classes, "target/app.jar");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
    Path file = classes.resolve("com/acme/App.class");
    Files.copy(file, file.resolveSibling("New.class"));

    assertThat(found(classes, library)).containsExactly(classes, library);
  }

  @Test
  void takesTheOnlyJarWithAMainClass() throws IOException {
    Path jar = TestApplication.jar(classes, project.resolve("target/app.jar"), MAIN.value());
    jar(classes, "target/other.jar");

    PackagedClassPath packaged = new PackagedClassPath(project, List.of(library, testLibrary));

    assertThat(packaged.ofTheOnlyJar().entries()).containsExactly(jar, library);
  }
}
