package dev.parka.runtime.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DumpFlagsTest {

  @Test
  void pinsCollectorAndHeap() {
    assertThat(
            DumpFlags.of(
                List.of(
                    "-XX:+UseSerialGC",
                    "-Xmx64m",
                    "-XX:MaxRAMPercentage=75",
                    "-XX:ParallelGCThreads=2",
                    "-javaagent:/app/lib/agent.jar",
                    "-Dkey=value",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED")))
        .containsExactly(
            "-XX:+UseG1GC",
            "-Xmx128m",
            "-Dkey=value",
            "--add-opens=java.base/java.lang=ALL-UNNAMED");
  }

  @ParameterizedTest
  @CsvSource({
    "-Xmx64m, classes.jsa",
    "-Xmx31g, classes.jsa",
    "-Xmx32g, classes_nocoops.jsa",
    "-Xmx40000M, classes_nocoops.jsa",
    "-Xmx1T, classes_nocoops.jsa",
    "-XX:MaxHeapSize=34359738368, classes_nocoops.jsa",
    "-XX:+UseZGC, classes_nocoops.jsa",
    "-XX:-UseCompressedOops, classes_nocoops.jsa",
  })
  void knowsWhichReferencesAnImageHas(String flag, String archive) {
    assertThat(DumpFlags.defaultArchiveName(List.of(flag))).isEqualTo(archive);
    assertThat(DumpFlags.of(List.of(flag)).contains("-XX:-UseCompressedOops"))
        .isEqualTo(archive.contains("nocoops"));
  }
}
