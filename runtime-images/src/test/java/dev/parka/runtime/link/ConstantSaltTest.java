package dev.parka.runtime.link;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.jdk.Jdk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConstantSaltTest {

  private final Jdk jdk = Jdk.running();

  @Test
  void rejectsAClassThatNeverAsksForTheTime() throws IOException {
    byte[] other = classFile("ConstantSaltTest.class");

    assertThatThrownBy(() -> ConstantSalt.in(other, jdk))
        .hasMessage(
            "[DamagedJdk] java.util.ImmutableCollections of "
                + jdk.home()
                + " asks for the time 0 times, not once; link with a JDK as its maker built it,"
                + " such as 17, 21 or 25");
  }

  @Test
  void rejectsAClassThatAsksTwice() throws IOException {
    byte[] other = classFile("ConstantSaltTest$Twice.class");

    assertThatThrownBy(() -> ConstantSalt.in(other, jdk))
        .hasMessageContaining("asks for the time 2 times, not once");
  }

  @Test
  void rejectsWhatIsNoClassFile() {
    byte[] text = "no class".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> ConstantSalt.in(text, jdk))
        .hasMessageStartingWith("[DamagedJdk] java.util.ImmutableCollections of " + jdk.home())
        .hasMessageContaining(" is no class file; ");
  }

  private static byte[] classFile(String name) throws IOException {
    try (InputStream in = ConstantSaltTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  /** Read as bytes alone. */
  static final class Twice {

    static final long ONE = System.nanoTime();
    static final long TWO = System.nanoTime();

    private Twice() {}
  }
}
