package com.example.petstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PetStoreTest {

  private static final String TOM = "{\"name\":\"Tom\",\"species\":\"cat\"}";

  /** Held here, for the level of a logger that nobody holds is lost. */
  private static final Logger LOG = Logger.getLogger(JsonHandler.class.getName());

  private PetServer server;
  private PetClient client;

  @BeforeAll
  static void beQuiet() {
    LOG.setLevel(Level.WARNING);
  }

  @BeforeEach
  void open() throws IOException {
    server = PetServer.start(0);
    client = new PetClient(server.port());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void isHealthy() throws IOException {
    HttpResponse<String> health = client.get("/health");

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(health.headers().firstValue("Content-Type")).hasValue("application/json");
  }

  @Test
  void startsWithoutPets() throws IOException {
    assertThat(client.get("/pets").body()).isEqualTo("[]");
  }

  @Test
  void takesAPetInAndShowsIt() throws IOException {
    HttpResponse<String> created = client.post("/pets", TOM);

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.headers().firstValue("Location")).hasValue("/pets/1");
    assertThat(created.body()).isEqualTo("{\"id\":1,\"name\":\"Tom\",\"species\":\"cat\"}");
    assertThat(client.get("/pets/1").body()).isEqualTo(created.body());
    assertThat(client.get("/pets").body()).isEqualTo("[" + created.body() + "]");
  }

  @Test
  void keepsNamesInAnyScript() throws IOException {
    client.post("/pets", "{\"name\":\"Łucja 猫\",\"species\":\"cat\"}");

    assertThat(client.get("/pets/1").body()).contains("Łucja 猫");
  }

  @Test
  void letsAPetGo() throws IOException {
    client.post("/pets", TOM);

    HttpResponse<String> removed = client.send("DELETE", "/pets/1", "");

    assertThat(removed.statusCode()).isEqualTo(204);
    assertThat(removed.body()).isEmpty();
    assertThat(client.get("/pets/1").statusCode()).isEqualTo(404);
    assertThat(client.send("DELETE", "/pets/1", "").statusCode()).isEqualTo(404);
  }

  @Test
  void numbersPetsApartWhenTheyComeTogether() {
    ConcurrentHashMap<String, Boolean> locations = new ConcurrentHashMap<>();

    IntStream.range(0, 50).parallel().forEach(i -> locations.put(location(), true));

    assertThat(locations).hasSize(50).containsKeys("/pets/1", "/pets/50");
  }

  private String location() {
    try {
      return client.post("/pets", TOM).headers().firstValue("Location").orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void answersHeadWithoutABody() throws IOException {
    HttpResponse<String> head = client.send("HEAD", "/health", "");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/, there is no path '/'",
    "/pets/1, there is no pet 1",
    "/pets/, there is no path '/pets/'",
    "/pets/0x1, there is no path '/pets/0x1'",
    "/pets/9999999999999999999, there is no path '/pets/9999999999999999999'",
    "/%0Apets, there is no path '/%0Apets'",
  })
  void findsNothing(String path, String error) throws IOException {
    HttpResponse<String> response = client.get(path);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo("{\"error\":\"" + error + "\",\"status\":404}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "PUT, /pets, `GET, HEAD, POST`",
        "POST, /pets/1, `DELETE, GET, HEAD`",
        "DELETE, /health, `GET, HEAD`",
      })
  void refusesOtherMethods(String method, String path, String allowed) throws IOException {
    HttpResponse<String> response = client.send(method, path, "");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue(allowed);
    assertThat(response.body()).contains(method + " is not one of " + allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"Tom\"",
        "{\"name\":\"Tom\"}",
        "{\"name\":\" \",\"species\":\"cat\"}",
        "{\"name\":\"Tom\",\"species\":\"cat\",\"age\":3}",
        "{\"name\":\"Tom\",\"name\":\"Tim\",\"species\":\"cat\"}",
        "{\"name\":{},\"species\":\"cat\"}",
        "{\"name\":\"Tom\",\"species\":\"cat\"} {}",
        "[]",
        "null",
        "\"Tom\"",
        " ",
      })
  void refusesWhatIsNoPet(String body) throws IOException {
    HttpResponse<String> response = client.post("/pets", body);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.body()).startsWith("{\"error\":\"").endsWith("\",\"status\":400}");
    assertThat(client.get("/pets").body()).isEqualTo("[]");
  }

  @Test
  void refusesALongName() throws IOException {
    String body = TOM.replace("Tom", "o".repeat(101));

    assertThat(client.post("/pets", body).body()).contains("'name' is longer than 100 characters");
  }

  @Test
  void refusesALargeBody() throws IOException {
    HttpResponse<String> response = client.post("/pets", " ".repeat(40_000));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).contains("larger than 16384 bytes");
  }

  @Test
  void refusesWhatIsSaidToBeNoJson() throws IOException {
    HttpResponse<String> response = client.send("POST", "/pets", TOM, "Content-Type", "text/plain");

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(client.send("POST", "/pets", TOM).statusCode()).isEqualTo(201);
  }
}
