package dev.parka.verify.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Which TCP ports are listened at in a network, as the kernel tells in {@code /proc/<pid>/net} of a
 * process that has it.
 *
 * @param pid the process
 */
record ListeningPorts(long pid) {

  private static final List<String> TABLES = List.of("tcp6", "tcp");

  /** In the columns of a table: number, address and port, other address, state. */
  private static final int LOCAL = 1;

  private static final int STATE = 3;
  private static final String LISTENING = "0A";

  /** Whether anybody listens at a port, or nobody tells. */
  boolean mayHold(int port) {
    String end = String.format(Locale.ROOT, ":%04X", port);
    boolean isKnown = false;
    for (String table : TABLES) {
      Path file = Path.of("/proc", String.valueOf(pid), "net", table);
      try {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        isKnown = true;
        if (text.lines().anyMatch(line -> isListening(line.strip().split(" +"), end))) {
          return true;
        }
      } catch (IOException e) {
        // It has just ended, or there is no such protocol.
      }
    }
    return !isKnown;
  }

  private static boolean isListening(String[] columns, String end) {
    return columns.length > STATE
        && columns[LOCAL].endsWith(end)
        && columns[STATE].equals(LISTENING);
  }
}
