package dev.parka.runtime.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassListTest {

  @TempDir Path scratch;

  @Test
  void isTheSameInWhateverOrderThreadsLoaded() {
    ClassList one =
        ClassList.parse(
            "one",
            List.of(
                "# a comment",
                "java/lang/Object id: 0",
                "com/acme/App id: 1",
                "@lambda-proxy com/acme/App run ()Ljava/lang/Runnable;",
                "@cp com/acme/App 1 2 3"));
    ClassList other =
        ClassList.parse(
            "other",
            List.of(
                "@lambda-proxy com/acme/App run ()Ljava/lang/Runnable;",
                "@cp com/acme/App 1 2",
                "com/acme/App id: 17",
                "java/lang/Object id: 3",
                ""));

    assertThat(other).isEqualTo(one);
    assertThat(one.text())
        .isEqualTo(
            """
            com/acme/App
            java/lang/Object
            @lambda-proxy com/acme/App run ()Ljava/lang/Runnable;
            """);
  }

  @Test
  void leavesOutWhatOtherLoadersDefine() {
    ClassList list =
        ClassList.parse(
            "list", List.of("java/lang/Object", "com/acme/Plugin id: 2 super: 0 source: p.jar"));

    assertThat(list.classes()).containsExactly("java/lang/Object");
  }

  @Test
  void refusesWhatIsNoClass() throws Exception {
    Path file =
        Files.writeString(scratch.resolve("classes.list"), "java/lang/Object\ncom.acme.App");

    assertThatThrownBy(() -> ClassList.read(file))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[BadClassList] line 2 of "
                + file
                + " names no class: com.acme.App; record it with -XX:DumpLoadedClassList, or by a"
                + " training run");
  }

  @Test
  void refusesBytesAndEmptyLists() throws Exception {
    Path bytes = Files.write(scratch.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe});
    Path empty = Files.writeString(scratch.resolve("empty"), "# nothing\n");

    assertThatThrownBy(() -> ClassList.read(bytes)).hasMessageContaining("is no text");
    assertThatThrownBy(() -> ClassList.read(empty)).hasMessageContaining("names no class");
    assertThatThrownBy(() -> ClassList.read(scratch.resolve("none")))
        .hasMessageContaining("cannot be read");
  }
}
