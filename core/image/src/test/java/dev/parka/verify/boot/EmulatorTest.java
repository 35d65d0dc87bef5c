package dev.parka.verify.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.spec.UserId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatorTest {

  private static final int AMD64 = 62;
  private static final int ARM64 = 183;

  @TempDir private Path root;
  private final List<String> notes = new ArrayList<>();
  private Launch launch;

  @BeforeEach
  void describe() {
    launch =
        new Launch(
            root.toString(),
            List.of("/java", "-version"),
            new Launch.Surroundings(List.of(), "/", List.of()),
            new UserId(65532, 65532));
  }

  @Test
  void leavesAProgramForThisMachineAlone() throws Exception {
    program(AMD64);

    assertThat(Emulator.of(launch, "amd64", notes)).isSameAs(launch);
    assertThat(notes).isEmpty();
  }

  @Test
  void leavesWhatIsNoProgramToOthers() throws Exception {
    assertThat(Emulator.of(launch, "amd64", notes)).isSameAs(launch);
    Files.writeString(root.resolve("java"), "#!/bin/sh\n");
    assertThat(Emulator.of(launch, "amd64", notes)).isSameAs(launch);
  }

  @Test
  void putsTheEmulatorBeforeAProgramForAnotherProcessor() throws Exception {
    program(ARM64);
    if (Files.isExecutable(Path.of("/usr/bin/qemu-aarch64-static"))) {
      assertThat(Emulator.of(launch, "amd64", notes).command())
          .containsExactly("/.emulator", "/java", "-version");
      assertThat(root.resolve(".emulator")).isExecutable();
      assertThat(notes)
          .containsExactly("the application ran under qemu-aarch64-static, which is slow");
    } else {
      assertThatThrownBy(() -> Emulator.of(launch, "amd64", notes))
          .isInstanceOf(CannotStart.class)
          .hasMessage("this machine has no qemu-aarch64-static");
    }
  }

  @Test
  void hasTenTimesThePatience() {
    assertThat(Emulator.patient(BootPlan.DEFAULT).timeout())
        .isEqualTo(BootPlan.DEFAULT.timeout().multipliedBy(10));
  }

  private void program(int machine) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    header.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).putShort(16, (short) 2);
    header.putShort(18, (short) machine);
    Files.write(root.resolve("java"), header.array());
  }
}
