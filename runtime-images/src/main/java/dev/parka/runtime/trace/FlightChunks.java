package dev.parka.runtime.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Whether a recording is whole. It is a row of chunks; each begins with a header of 68 bytes that
 * has the chunk's size at 8 and its state at 64: 0 once it is finished. The reader of the JDK waits
 * for those that are not, and takes what is cut off between two chunks for the end.
 */
final class FlightChunks {

  private static final int MAGIC = 0x464c5200;
  private static final int HEADER = 68;
  private static final int SIZE = 8;
  private static final int STATE = 64;

  private FlightChunks() {}

  static void check(Path file, TraceProblems problems) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long length = channel.size();
      ByteBuffer header = ByteBuffer.allocate(HEADER);
      for (long at = 0; at < length; at += header.getLong(SIZE)) {
        header.clear();
        if (!fill(header, channel, at) || header.getInt(0) != MAGIC) {
          throw problems.damagedRecording("there is no chunk at byte " + at);
        }
        if (header.get(STATE) != 0) {
          throw problems.damagedRecording("it was not finished, as if the JVM had been killed");
        }
        long size = header.getLong(SIZE);
        if (size < HEADER || size > length - at) {
          throw problems.damagedRecording("it is cut off");
        }
      }
    }
  }

  private static boolean fill(ByteBuffer header, FileChannel channel, long at) throws IOException {
    while (header.hasRemaining()) {
      if (channel.read(header, at + header.position()) < 0) {
        return false;
      }
    }
    return true;
  }
}
