package dev.parka.verify.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListeningPortsTest {

  private final ListeningPorts ports = new ListeningPorts(ProcessHandle.current().pid());

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "0.0.0.0"})
  void knowsWhetherAnybodyListens(String address) throws IOException {
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName(address))) {
      port = server.getLocalPort();
      assertThat(ports.holds(port)).contains(true);
    }
    assertThat(ports.holds(port)).contains(false);
  }

  @Test
  void takesNoOtherEndOfAConnectionForIt() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
      assertThat(ports.holds(socket.getLocalPort())).contains(false);
    }
  }

  @Test
  void takesNoOtherAddressOfTheInterfaceForIt() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
      assertThat(ports.holds(server.getLocalPort())).contains(false);
    }
  }

  @Test
  void leavesItOpenWhereNobodyTells() {
    assertThat(new ListeningPorts(0).holds(80)).isEmpty();
    assertThat(ListeningPorts.areTold()).isTrue();
  }
}
