package com.example.petstore.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The jar as it is, with a whole JDK: what the images are measured against. */
class PackagedJarIT {

  private static final Tool JAVA =
      new Tool(List.of(System.getProperty("java.home") + "/bin/java"), Map.of());

  @Test
  void servesAndClosesOnSigterm() throws Exception {
    try (RunningStore store = open("0")) {
      assertThat(store.client().get("/pets").body()).isEqualTo("[]");

      store.terminate();

      assertThat(store.exitCode()).isEqualTo(128 + 15);
      assertThat(store.log())
          .anyMatch(line -> line.endsWith(" INFO GET /pets 200"))
          .last()
          .asString()
          .endsWith(" INFO closed");
    }
  }

  @Test
  void refusesToStartOnWhatIsNoPort() throws IOException {
    Process process = jar("http").redirectErrorStream(true).start();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .contains("PORT is 'http', not a number from 0 to 65535");
    assertThat(Tool.exitCode(process)).isEqualTo(1);
  }

  private static RunningStore open(String port) throws IOException {
    return RunningStore.start(jar(port));
  }

  private static ProcessBuilder jar(String port) {
    return JAVA.withEnvironment("PORT", port).process("-jar", "target/petstore.jar");
  }
}
