package dev.parka.runtime.elf;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The bytes of a file that may be an ELF file, read a piece at a time and never past its end. */
public final class ElfInput implements AutoCloseable {

  /** No table or name that is read here is longer in any sane file. */
  private static final int PIECE_LIMIT = 16 << 20;

  private static final int STRING_LIMIT = 4096;

  private final String name;
  private final long size;
  private final Pieces pieces;

  private ElfInput(String name, long size, Pieces pieces) {
    this.name = name;
    this.size = size;
    this.pieces = pieces;
  }

  /** Opens a file; the caller closes it. */
  public static ElfInput open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file);
    return new ElfInput(
        file.toString(),
        channel.size(),
        new Pieces() {
          @Override
          public void fill(ByteBuffer piece, long offset) throws IOException {
            long at = offset;
            while (piece.hasRemaining()) {
              int read = channel.read(piece, at);
              if (read < 0) {
                throw new IOException(file + " became shorter while it was read");
              }
              at += read;
            }
          }

          @Override
          public void close() throws IOException {
            channel.close();
          }
        });
  }

  /** Reads bytes in memory; {@code name} is what problems call them. */
  public static ElfInput of(String name, byte[] bytes) {
    return new ElfInput(
        name,
        bytes.length,
        (piece, offset) -> piece.put(bytes, Math.toIntExact(offset), piece.remaining()));
  }

  /** The number of bytes. */
  public long size() {
    return size;
  }

  /**
   * Passes silently if these bytes are there.
   *
   * @throws ParkaException [BadElfFile] if they are not
   */
  public void require(long offset, long length) {
    if (offset < 0 || length < 0 || offset > size || length > size - offset) {
      throw damaged("it is cut off, or leads to bytes beyond its end");
    }
  }

  /**
   * A copy of some bytes, as a little-endian buffer.
   *
   * @throws ParkaException [BadElfFile] if they are not all there
   */
  public ByteBuffer read(long offset, long length) throws IOException {
    require(offset, length);
    if (length > PIECE_LIMIT) {
      throw damaged("it has a table of " + length + " bytes");
    }
    ByteBuffer piece = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
    pieces.fill(piece, offset);
    return piece.flip();
  }

  /**
   * The text from here to the next NUL.
   *
   * @throws ParkaException [BadElfFile] if there is none within 4096 bytes
   */
  public String string(long offset) throws IOException {
    byte[] bytes = read(offset, Math.max(0, Math.min(STRING_LIMIT, size - offset))).array();
    for (int end = 0; end < bytes.length; end++) {
      if (bytes[end] == 0) {
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
      }
    }
    throw damaged("it has a name without an end");
  }

  /** The problem that these bytes are no sound ELF file. */
  public ParkaException damaged(String what) {
    return new ParkaException(
        RuntimeProblem.BAD_ELF_FILE,
        name + " is no sound ELF file: " + what,
        "install what it belongs to again");
  }

  @Override
  public void close() throws IOException {
    pieces.close();
  }

  @FunctionalInterface
  private interface Pieces {

    /** Fills the buffer with the bytes from here on, which exist. */
    void fill(ByteBuffer piece, long offset) throws IOException;

    default void close() throws IOException {}
  }
}
