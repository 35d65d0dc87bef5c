package dev.parka.verify.boot;

import dev.parka.oci.ArchiveEntry;
import dev.parka.oci.ArchiveTree;
import dev.parka.oci.LayerUnpacker;
import dev.parka.runtime.tree.ImagePath;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Hands files from a thread that reads layers to one that writes them as a root file system. Their
 * bytes pass in pieces, of which a few are held: who reads waits where who writes cannot keep up.
 */
final class HandedFiles {

  private static final int PIECE = 1 << 18;
  private static final int MOST_BYTES = 1 << 24;
  private static final Part.Bytes NOTHING = new Part.Bytes(new byte[0], 0);

  private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(MOST_BYTES);
  private final Queue<byte[]> spare = new ConcurrentLinkedQueue<>();
  private boolean isEnded;

  /** What is handed over, in its order: entries, each with its bytes and their end, and the end. */
  private sealed interface Part {
    record Entry(ArchiveEntry entry, List<ImagePath> removed) implements Part {}

    /** The first bytes of an array. */
    final class Bytes implements Part {

      private final byte[] array;
      private final int size;

      private Bytes(byte[] array, int size) {
        this.array = array;
        this.size = size;
      }
    }

    record EndOfEntry() implements Part {}

    record End(Optional<ArchiveTree> tree) implements Part {}
  }

  /**
   * Hands over an entry.
   *
   * @return its bytes for whoever else reads them; closing hands over those that nobody read
   */
  InputStream hand(ArchiveEntry entry, List<ImagePath> removed, InputStream content) {
    parts.add(new Part.Entry(entry, removed));
    return new Tee(content, entry.size());
  }

  /**
   * Says that no more entries come.
   *
   * @param tree all that were handed over; nothing if nobody wants them any more
   */
  void end(Optional<ArchiveTree> tree) {
    if (!isEnded) {
      isEnded = true;
      parts.add(new Part.End(tree));
    }
  }

  /** Whether no more entries come. */
  boolean areEnded() {
    return isEnded;
  }

  /**
   * Writes what is handed over until its end.
   *
   * @param root the directory to make
   * @throws dev.parka.runtime.ParkaException [CannotUnpack]
   */
  ArchiveTree write(Path root) throws IOException, InterruptedException {
    boolean isAtEnd = false;
    try {
      LayerUnpacker unpacker = LayerUnpacker.into(root);
      Part part;
      for (part = next(); !(part instanceof Part.End); part = next()) {
        if (part instanceof Part.Entry next) {
          unpacker.write(next.entry(), next.removed(), new Handed());
        }
      }
      isAtEnd = true;
      Optional<ArchiveTree> tree = ((Part.End) part).tree();
      if (tree.isPresent()) {
        unpacker.finish(tree.get());
      }
      return tree.orElseGet(ArchiveTree::new);
    } finally {
      if (!isAtEnd) {
        ignore();
      }
    }
  }

  /** Takes all that is left: who reads has other reasons to do so, and is not to wait for ever. */
  void ignore() throws InterruptedException {
    Part part = next();
    while (!(part instanceof Part.End)) {
      part = next();
    }
  }

  private Part next() throws InterruptedException {
    Part part = parts.take();
    if (part instanceof Part.Bytes more) {
      room.release(more.size);
    }
    return part;
  }

  /** Hands over what is read through it. */
  private final class Tee extends FilterInputStream {

    private byte[] piece = new byte[0];
    private int filled;
    private long left;

    private Tee(InputStream in, long size) {
      super(in);
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = in.read(bytes, offset, length);
      for (int done = 0; done < n; ) {
        makeRoom();
        int part = Math.min(n - done, piece.length - filled);
        System.arraycopy(bytes, offset + done, piece, filled, part);
        filled += part;
        done += part;
      }
      return n;
    }

    private void makeRoom() {
      if (filled == piece.length) {
        flush();
        piece =
            left < PIECE
                ? new byte[(int) Math.max(1, left)]
                : Optional.ofNullable(spare.poll()).orElseGet(() -> new byte[PIECE]);
        left -= piece.length;
        filled = 0;
      }
    }

    private void flush() {
      if (filled > 0) {
        room.acquireUninterruptibly(filled);
        parts.add(new Part.Bytes(piece, filled));
        filled = 0;
      }
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public long skip(long n) throws IOException {
      return readNBytes((int) Math.min(n, PIECE)).length;
    }

    @Override
    public void close() throws IOException {
      try {
        int n = 0;
        while (n >= 0) {
          filled += n;
          makeRoom();
          n = in.read(piece, filled, piece.length - filled);
        }
        flush();
      } finally {
        parts.add(new Part.EndOfEntry());
      }
    }
  }

  /** The bytes of the entry that was taken last. */
  private final class Handed extends InputStream {

    private Part.Bytes piece = NOTHING;
    private int used;
    private boolean isAtEnd;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      while (used == piece.size && !isAtEnd) {
        next();
      }
      if (isAtEnd) {
        return -1;
      }
      int n = Math.min(length, piece.size - used);
      System.arraycopy(piece.array, used, bytes, offset, n);
      used += n;
      return n;
    }

    private void next() throws IOException {
      try {
        Part part = HandedFiles.this.next();
        isAtEnd = !(part instanceof Part.Bytes);
        if (piece.array.length == PIECE) {
          spare.add(piece.array);
        }
        piece = part instanceof Part.Bytes more ? more : NOTHING;
        used = 0;
      } catch (InterruptedException e) {
        throw Failures.interrupted(e);
      }
    }
  }
}
