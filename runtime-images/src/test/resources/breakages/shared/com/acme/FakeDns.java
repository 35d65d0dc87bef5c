package com.acme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A name server that answers every question with the same text record. */
final class FakeDns {

  private FakeDns() {}

  /** Starts it on some port of the loopback interface. */
  static int start(String text) throws IOException {
    DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    Thread server = new Thread(() -> serve(socket, text));
    server.setDaemon(true);
    server.start();
    return socket.getLocalPort();
  }

  private static void serve(DatagramSocket socket, String text) {
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(new byte[512], 512);
        socket.receive(packet);
        byte[] answer = answer(packet, text.getBytes(StandardCharsets.US_ASCII));
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The question once more, then a TXT record for the name at byte 12. */
  private static byte[] answer(DatagramPacket question, byte[] text) {
    int end = 12;
    while (question.getData()[end] != 0) {
      end += question.getData()[end] + 1;
    }
    end += 5;
    ByteBuffer answer = ByteBuffer.allocate(512);
    answer.put(question.getData(), 0, end);
    answer.putShort(2, (short) 0x8580).putShort(4, (short) 1).putShort(6, (short) 1);
    answer.putShort(8, (short) 0).putShort(10, (short) 0);
    answer.putShort((short) 0xc00c).putShort((short) 16).putShort((short) 1).putInt(60);
    answer.putShort((short) (text.length + 1)).put((byte) text.length).put(text);
    byte[] bytes = new byte[answer.position()];
    answer.flip().get(bytes);
    return bytes;
  }
}
