package dev.parka.oci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void writesAnyTextAsJacksonDoes() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      String text = text(random);
      ObjectNode expected = JSON.createObjectNode().put(text, text).put("n", i);
      expected.putArray("a").add(text).addObject().put("b", text);
      JsonObject object =
          new JsonObject()
              .put(text, text)
              .put("n", i)
              .put("a", List.of(text, new JsonObject().put("b", text)));

      assertThat(new String(object.bytes(), StandardCharsets.UTF_8))
          .isEqualTo(JSON.writeValueAsString(expected));
    }
  }

  @Test
  void writesWhatIsEmpty() {
    JsonObject object =
        new JsonObject().put("o", new JsonObject()).put("a", List.of()).putAll("none", List.of());

    assertThat(new String(object.bytes(), StandardCharsets.UTF_8)).isEqualTo("{\"o\":{},\"a\":[]}");
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      int bound = random.nextBoolean() ? 0x80 : 0x11_0000;
      int c = random.nextInt(bound);
      text.appendCodePoint(Character.isValidCodePoint(c) && (c < 0xd800 || c > 0xdfff) ? c : '"');
    }
    return text.toString();
  }
}
