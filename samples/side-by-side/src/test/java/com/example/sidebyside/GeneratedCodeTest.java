package com.example.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the processor has written of this module when Maven compiled it. */
class GeneratedCodeTest {

  private static final Path FILES =
      Path.of("target/classes/META-INF/parka/com.example.sidebyside.Main");

  @Test
  void bringsTheModulesThatOnlyGeneratedCodeRefersTo() throws IOException {
    List<String> modules =
        Files.readAllLines(FILES.resolve("root-modules.txt")).stream()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();

    assertThat(modules).containsExactly("java.base", "java.logging", "java.prefs", "java.sql");
  }

  /** Lombok marks what it writes with an annotation of its own, which no run looks at. */
  @Test
  void leavesOutWhatOnlyTheCompilerNeeds() throws IOException {
    assertThat(FILES.resolve("root-modules.txt")).content().doesNotContain("lombok");
    assertThat(FILES.resolve("Dockerfile")).content().contains("./target/lib/");
  }

  @Test
  void tellsTheWayThroughGeneratedClasses() throws IOException {
    assertThat(FILES.resolve("root-modules.txt"))
        .content()
        .contains("com.example.sidebyside.OrderMapperImpl → java.util.prefs.Preferences");
  }

  @Test
  void runs() {
    assertThat(new MainImage().mainClass()).isEqualTo(Main.class.getName());
    assertThat(DaggerShop.create().desk().take(new Order("jacket", 2)))
        .isEqualTo(new OrderRow("jacket", 2, "/"));
  }
}
