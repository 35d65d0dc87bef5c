package com.example.petstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PetServerTest {

  @Test
  void refusesConnectionsOnceClosed() throws IOException {
    PetServer server = PetServer.start(0);
    int port = server.port();
    assertThat(new PetClient(port).get("/health").statusCode()).isEqualTo(200);

    server.close();

    assertThatIOException().isThrownBy(() -> new PetClient(port).get("/health"));
  }

  @Test
  @Timeout(30)
  void answersWhatIsInFlightBeforeItCloses() throws Exception {
    PetServer server = PetServer.start(0);
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      client
          .getOutputStream()
          .write(
              "POST /pets HTTP/1.1\r\nHost: store\r\nContent-Length: 30\r\n\r\n".getBytes(UTF_8));
      while (server.requestsInFlight() == 0) {
        Thread.onSpinWait();
      }

      CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
      client.getOutputStream().write("{\"name\":\"Tom\",\"species\":\"cat\"}".getBytes(UTF_8));

      assertThat(new String(client.getInputStream().readNBytes(20), UTF_8))
          .startsWith("HTTP/1.1 201 Created");
      closed.join();
    }
  }
}
