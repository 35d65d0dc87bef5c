package dev.parka.verify.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which TCP ports are listened at in a network, as the kernel tells in {@code /proc/<pid>/net} of a
 * process that has it. Where somebody listens the kernel itself accepts a connection.
 *
 * @param pid the process
 */
record ListeningPorts(long pid) {

  private static final List<String> TABLES = List.of("tcp6", "tcp");
  private static final List<String> COUNTS = List.of("sockstat6", "sockstat");

  /** A line of the counts when there is no socket at all. */
  private static final Pattern NONE = Pattern.compile("(?m)^TCP6?: inuse 0( |$)");

  /** In the columns of a table: number, address and port, other address, state. */
  private static final int LOCAL = 1;

  private static final int STATE = 3;
  private static final String LISTENING = "0A";

  /** Of both protocols: all addresses, the loopback address, and the first as the second has it. */
  private static final Set<String> ADDRESSES =
      Set.of(
          "00000000",
          "0100007F",
          "00000000000000000000000000000000",
          "00000000000000000000000001000000",
          "0000000000000000FFFF00000100007F");

  /** Whether the kernel of this machine tells at all. */
  static boolean areTold() {
    return Files.isReadable(Path.of("/proc/self/net", TABLES.get(1)));
  }

  /**
   * Whether anybody listens at a port of the loopback interface; nothing if nobody tells. Where
   * there is no socket at all no table is asked for: the kernel walks through those of all networks
   * then, which takes milliseconds of a processor that the application needs to start.
   */
  Optional<Boolean> holds(int port) {
    return hasSockets() ? isInTables(port) : Optional.of(false);
  }

  private boolean hasSockets() {
    for (String count : COUNTS) {
      try {
        String told = Files.readString(file(count), StandardCharsets.ISO_8859_1);
        if (!NONE.matcher(told).find()) {
          return true;
        }
      } catch (IOException e) {
        // The process has just ended, or there is no such protocol.
        if (count.equals("sockstat")) {
          return true;
        }
      }
    }
    return false;
  }

  private Optional<Boolean> isInTables(int port) {
    String end = String.format(Locale.ROOT, ":%04X", port);
    List<Boolean> told = new ArrayList<>();
    for (String table : TABLES) {
      isIn(table, end).ifPresent(told::add);
      if (told.contains(true)) {
        break;
      }
    }
    return told.isEmpty() ? Optional.empty() : Optional.of(told.contains(true));
  }

  /** Nothing if the process has just ended, or there is no such protocol. */
  private Optional<Boolean> isIn(String table, String end) {
    // Who listens comes first; to find the end of a table takes the kernel another walk.
    try (Stream<String> lines = Files.lines(file(table), StandardCharsets.ISO_8859_1)) {
      return Optional.of(lines.anyMatch(line -> isListening(line.strip().split(" +"), end)));
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private Path file(String name) {
    return Path.of("/proc", String.valueOf(pid), "net", name);
  }

  private static boolean isListening(String[] columns, String end) {
    return columns.length > STATE
        && columns[STATE].equals(LISTENING)
        && columns[LOCAL].endsWith(end)
        && ADDRESSES.contains(columns[LOCAL].substring(0, columns[LOCAL].length() - end.length()));
  }
}
