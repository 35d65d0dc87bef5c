package dev.parka.runtime.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulesFileTest {

  private static final Path OWN = Path.of(System.getProperty("java.home"), "lib/modules");

  @TempDir private Path directory;

  @Test
  void hasEveryFileOfAJdk() throws IOException {
    ModulesFile modules = ModulesFile.open(OWN).orElseThrow();

    ModulesFile.Entry object =
        modules.entries().stream()
            .filter(entry -> entry.module().equals("java.base"))
            .filter(entry -> entry.path().equals("java/lang/Object.class"))
            .findFirst()
            .orElseThrow();
    try (InputStream own = Object.class.getResourceAsStream("Object.class")) {
      assertThat(modules.read(object)).contains(own.readAllBytes());
    }
    assertThat(object.packageName()).isEqualTo("java.lang");
    assertThat(modules.entries().stream().mapToLong(ModulesFile.Entry::stored).sum())
        .isLessThan(modules.size());
  }

  @Test
  void knowsNoOtherKindOfFile() throws IOException {
    assertThat(ModulesFile.open(Files.writeString(directory.resolve("a"), "no modules"))).isEmpty();
    assertThat(ModulesFile.open(Files.createFile(directory.resolve("b")))).isEmpty();
  }

  @Test
  void refusesAnIndexThatLeadsOutOfTheFile() throws IOException {
    ByteBuffer file = ByteBuffer.allocate(64).order(ByteOrder.nativeOrder());
    file.putInt(0xCAFEDADA).putInt(1 << 16).putInt(0).putInt(1).putInt(1).putInt(4).putInt(4);
    file.putInt(0).putInt(1 << 20);
    Path damaged = Files.write(directory.resolve("c"), file.array());

    assertThatThrownBy(() -> ModulesFile.open(damaged))
        .isInstanceOf(IOException.class)
        .hasMessage("its index leads out of the file");
  }
}
