package dev.parka.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.JvmFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFlagsTest {

  private static final String MANIFEST =
      """
      Manifest-Version: 1.0
      Main-Class: com.acme.App
      Add-Exports: java.base/sun.nio.ch
      Add-Opens: java.base/java.lang  java.base/java.util java.base/java.lang
      Enable-Native-Access: ALL-UNNAMED
      """;

  @TempDir private Path folder;

  @Test
  void takesWhatJavaTakes() throws IOException {
    assertThat(flags(MANIFEST, 25))
        .containsExactly(
            "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx64m",
            "--add-opens=java.base/java.net=ALL-UNNAMED");
    assertThat(flags(MANIFEST, 17)).hasSize(5).doesNotContain("--enable-native-access=ALL-UNNAMED");
  }

  @Test
  void saysNothingTwice() throws IOException {
    assertThat(flags(MANIFEST.replace("java.base/java.util", "java.base/java.net"), 17))
        .containsExactly(
            "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Xmx64m",
            "--add-opens=java.base/java.net=ALL-UNNAMED");
  }

  @Test
  void takesNothingFromAJarThatRunsAnotherClass() throws IOException {
    assertThat(flags(MANIFEST.replace("acme.App", "acme.Other"), 25)).hasSize(2);
    assertThat(flags(MANIFEST.replace("Main-Class: com.acme.App\n", ""), 25)).hasSize(2);
  }

  @Test
  void passesByWhatJavaPassesBy() throws IOException {
    assertThat(
            flags(
                """
                Manifest-Version: 1.0
                Main-Class: com.acme.App
                Add-Opens: java.base java.base/ /x a/b/c -Dx/y $(id)/x java.base/java.lang=ALL-SYSTEM
                Enable-Native-Access: com.acme
                """,
                25))
        .hasSize(2);
    assertThat(flags("", 25)).hasSize(2);
  }

  private List<String> flags(String manifest, int version) throws IOException {
    Path file = folder.resolve("META-INF/MANIFEST.MF");
    Files.createDirectories(file.getParent());
    Files.writeString(file, manifest);
    ImageDescriptor descriptor =
        new ImageDescriptor() {
          @Override
          public String mainClass() {
            return "com.acme.App";
          }

          @Override
          public List<String> jvmFlags() {
            return List.of("-Xmx64m", "--add-opens=java.base/java.net=ALL-UNNAMED");
          }
        };
    ImageSpec spec =
        ManifestFlags.on(ImageSpec.from(descriptor), ClassPath.of(List.of(folder)), version);
    return spec.application().jvmFlags().stream().map(JvmFlag::value).toList();
  }
}
