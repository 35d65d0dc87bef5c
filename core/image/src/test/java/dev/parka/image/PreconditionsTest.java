package dev.parka.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.annotations.Startup;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ModulePath;
import dev.parka.runtime.jdk.InstalledJdks;
import dev.parka.runtime.jdk.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreconditionsTest {

  @Test
  void refusesAnArchiveOfClassesOnTheModulePath(@TempDir Path mods) throws IOException {
    Files.write(
        Files.createDirectory(mods.resolve("app")).resolve("module-info.class"), new byte[1]);
    ImageDescriptor app = () -> "com.acme.App";
    assertThatThrownBy(
            () ->
                ContainerImages.of(app)
                    .modulePath(new ModulePath(List.of(mods)))
                    .startup(Startup.APP_CDS)
                    .build())
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[StartupOnModulePath] the image wants an archive of the application's classes, and"
                + " they are on the module path; put the jars on the class path, or want the"
                + " default archive (cds) or none");
  }

  @Test
  void tellsOfEverythingThatCannotWork() {
    ImageDescriptor descriptor =
        new ImageDescriptor() {
          @Override
          public String mainClass() {
            return "com.acme.App";
          }

          @Override
          public String base() {
            return "debian:12";
          }

          @Override
          public int javaVersion() {
            return 99;
          }

          @Override
          public List<String> platforms() {
            return List.of("linux/amd64", "linux/arm64");
          }
        };
    Jdk jdk = Jdk.running();
    assertThatThrownBy(() -> ContainerImages.of(descriptor).build())
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            """
            [NoClassPath] no class path was given for com.acme.App; name the application's jar and those that it depends on
            [WrongJavaVersion] the image wants Java 99 and the JDK in %1$s is %2$s; name a JDK 99, or leave javaVersion out (here are: %4$s)
            [PlatformNotAtHand] the image wants [linux/amd64, linux/arm64] and the JDK in %1$s is for linux/%3$s; name a JDK for each platform, as in --jdk linux/arm64=<source>\
            """
                .formatted(
                    jdk.home(),
                    jdk.version(),
                    jdk.architecture().ociName(),
                    InstalledJdks.ofThisMachine().describe()));
  }

  @Test
  void unreadableManifestIsABadJar(@TempDir Path directory) throws IOException {
    Path classes = Files.createDirectories(directory.resolve("META-INF"));
    Files.write(classes.resolve("MANIFEST.MF"), new byte[] {':', '\n'});
    assertThatThrownBy(() -> MainClassFinder.find(ClassPath.of(List.of(directory))))
        .isInstanceOf(ParkaException.class)
        .hasMessageStartingWith("[BadJar] the manifest of " + directory + " cannot be read: ");
  }

  @Test
  void aHandleThatCannotBeUsedIsSaid(@TempDir Path directory) throws IOException {
    Path classes =
        TestApplication.compile(
            directory,
            "com/acme/AppImage.java",
            """
            package com.acme;

            public final class AppImage implements dev.parka.annotations.ImageDescriptor {
              public AppImage(int none) {}

              @Override
              public String mainClass() {
                return "com.acme.App";
              }
            }
            """);
    assertThatThrownBy(
            () -> HandleLoader.load(ClassPath.of(List.of(classes)), new ClassName("com.acme.App")))
        .isInstanceOf(ParkaException.class)
        .hasMessageStartingWith("[CannotRead] the handle com.acme.AppImage cannot be used: ")
        .hasMessageEndingWith("; compile com.acme.App again");
  }

  @Test
  void aClassOfThatNameThatIsNoHandleIsLeftAlone(@TempDir Path directory) throws IOException {
    Path classes =
        TestApplication.compile(
            directory, "com/acme/AppImage.java", "package com.acme; public class AppImage {}");
    assertThat(HandleLoader.load(ClassPath.of(List.of(classes)), new ClassName("com.acme.App")))
        .isEmpty();
  }
}
