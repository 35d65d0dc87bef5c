package dev.parka.oci;

import dev.parka.oci.ArchiveEntry.Kind;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.Digest;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads layers as streams, the lowest first, and hands on what is harmless. All that is wrong with
 * a layer is collected; no entry of a layer can make it throw.
 */
public final class LayerReader {

  /** A header with its name, link and attributes has no business to be larger. */
  private static final int MAX_HEADER_BYTES = 1 << 20;

  private static final int MAX_PROBLEMS = 100;
  private static final int BUFFER = 1 << 16;

  /** Two blocks of zeros end a tar archive. */
  private static final int END_OF_TAR = 1024;

  private final Limits limits;
  private final ArchiveTree tree = new ArchiveTree();
  private long bytesBelow;
  private int entriesBelow;

  /** Reads the layers of one image. */
  public LayerReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * What no honest image exceeds.
   *
   * @param entries entries of all layers together
   * @param bytes uncompressed bytes of all layers together
   * @param ratio uncompressed bytes for one stored byte, beyond the first 16 MiB
   */
  public record Limits(int entries, long bytes, int ratio) {

    /** 200,000 entries, 8 GiB, 250 to 1. */
    public static final Limits DEFAULT = new Limits(200_000, 8L << 30, 250);

    private static final long FREE = 16L << 20;

    private void check(long stored, long unpacked, long below) {
      if (below + unpacked > bytes) {
        throw tooLarge("has more than " + bytes + " bytes" + withThoseBelow(below));
      }
      if (unpacked > FREE && unpacked / ratio > stored) {
        throw tooLarge("has more than " + ratio + " bytes for each stored one");
      }
    }
  }

  /**
   * What a layer turned out to be.
   *
   * @param digest the digest of the bytes as stored
   * @param storedSize their number
   * @param diffId the digest of the uncompressed bytes; empty if they could not all be read
   * @param unpackedSize their number, as far as they could be read
   * @param entries how many entries it holds
   * @param compression how it is compressed: {@code none}, {@code gzip} or {@code zstd}
   * @param problems what is wrong with it; none for a good layer
   */
  public record Contents(
      Digest digest,
      long storedSize,
      Optional<Digest> diffId,
      long unpackedSize,
      int entries,
      String compression,
      List<Problem> problems) {

    /** Copies the list. */
    public Contents {
      problems = List.copyOf(problems);
    }
  }

  /** Is told of every harmless entry. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * Takes an entry.
     *
     * @param entry a file of the layer; a hard link comes as a regular file with a target
     * @param removed paths of lower layers that it removes, each before what lies in it
     * @param content the bytes of a regular file that is no hard link, else none; may be left
     *     unread
     */
    void visit(ArchiveEntry entry, List<ImagePath> removed, InputStream content) throws IOException;
  }

  /** The files of all layers that were read. */
  public ArchiveTree tree() {
    return tree;
  }

  /**
   * Reads the next layer.
   *
   * @throws IOException if its stored bytes cannot be read, or from the visitor
   */
  public Contents read(Content stored, Visitor visitor) throws IOException {
    return pass(stored, true, visitor).contents();
  }

  /**
   * Reads the next layer for its files alone, and hashes nothing.
   *
   * @return what is wrong with it; nothing for a good layer
   * @throws IOException if its stored bytes cannot be read, or from the visitor
   */
  public List<Problem> readFiles(Content stored, Visitor visitor) throws IOException {
    return List.copyOf(pass(stored, false, visitor).problems);
  }

  private Pass pass(Content stored, boolean isHashed, Visitor visitor) throws IOException {
    try (BlobStream raw =
        new BlobStream(new BufferedInputStream(stored.open()), isHashed, c -> {})) {
      Pass pass = new Pass(raw, isHashed, visitor);
      pass.run();
      return pass;
    }
  }

  private static String withThoseBelow(long below) {
    return below == 0 ? "" : ", with the layers below it";
  }

  private static ParkaException tooLarge(String fact) {
    return new ParkaException(
        ArchiveProblem.LAYER_TOO_LARGE, "the layer " + fact, "raise the limit if that is meant");
  }

  /** Marks what the visitor threw, so that it is not taken for damage of the layer. */
  private static final class VisitorFailure extends RuntimeException {
    private final transient IOException failure;

    private VisitorFailure(IOException failure) {
      super(failure);
      this.failure = failure;
    }

    private IOException io() {
      return failure;
    }
  }

  /** One reading of one layer. */
  private final class Pass {

    private final BlobStream raw;
    private final boolean isHashed;
    private final Visitor visitor;
    private final List<Problem> problems = new ArrayList<>();
    private long headerEnd = Long.MAX_VALUE;
    private int entries;
    private long unpackedSize;
    private Optional<Digest> diffId = Optional.empty();
    private String compression = "none";

    private Pass(BlobStream raw, boolean isHashed, Visitor visitor) {
      this.raw = raw;
      this.isHashed = isHashed;
      this.visitor = visitor;
    }

    private void run() throws IOException {
      tree.nextLayer();
      try {
        decode();
      } catch (VisitorFailure e) {
        throw e.io();
      } catch (ParkaException e) {
        problems.addAll(e.problems());
      } catch (IOException | UncheckedIOException e) {
        String told = e.getMessage();
        problems.add(
            damaged("is damaged: " + (told == null ? "it ends too early" : Printable.of(told))));
      }
      raw.drain();
      bytesBelow += unpackedSize;
      entriesBelow += entries;
    }

    private Contents contents() {
      return new Contents(
          raw.digest().orElseThrow(),
          raw.count(),
          diffId,
          unpackedSize,
          entries,
          compression,
          problems);
    }

    private void decode() throws IOException {
      BufferedInputStream stored = new BufferedInputStream(unclosed(raw), BUFFER);
      compression = BlobCompression.of(stored);
      try (BlobStream plain =
          new BlobStream(BlobCompression.open(compression, stored), isHashed, this::check)) {
        readTar(plain);
        plain.drain();
        diffId = plain.digest();
        if (!plain.isTailZero()) {
          problems.add(damaged("holds bytes after the end of its tar archive"));
        } else if (plain.tailLength() < END_OF_TAR) {
          problems.add(damaged("is cut: its tar archive has no end"));
        }
        if (stored.read() >= 0) {
          problems.add(damaged("holds bytes after the end of its " + compression + " data"));
        }
      }
    }

    private void check(long count) {
      unpackedSize = count;
      limits.check(raw.count(), count, bytesBelow);
      if (count > headerEnd) {
        throw tooLarge("has a header of more than " + MAX_HEADER_BYTES + " bytes");
      }
    }

    @SuppressWarnings("resource") // Closing it would close the stream that is still to be drained.
    private void readTar(BlobStream plain) throws IOException {
      TarArchiveInputStream tar = new TarArchiveInputStream(plain, "UTF-8");
      for (TarArchiveEntry entry = next(tar, plain); entry != null; entry = next(tar, plain)) {
        if (entriesBelow + ++entries > limits.entries()) {
          throw tooLarge(
              "has more than " + limits.entries() + " entries" + withThoseBelow(entriesBelow));
        }
        if (!entry.isCheckSumOK()) {
          throw new IOException("the header of '" + entry.getName() + "' has a wrong checksum");
        }
        accept(entry, tar);
        tar.transferTo(OutputStream.nullOutputStream());
      }
    }

    private @Nullable TarArchiveEntry next(TarArchiveInputStream tar, BlobStream plain)
        throws IOException {
      plain.startTail();
      headerEnd = plain.count() + MAX_HEADER_BYTES;
      try {
        return tar.getNextEntry();
      } catch (ParkaException e) {
        throw e;
      } catch (RuntimeException e) {
        // commons-compress throws several kinds when a header makes no sense.
        throw new IOException(e.getMessage(), e);
      } finally {
        headerEnd = Long.MAX_VALUE;
      }
    }

    private void accept(TarArchiveEntry entry, InputStream content) {
      ArchiveEntry accepted;
      List<ImagePath> removed;
      try {
        ArchiveEntry parsed = ArchiveEntryParser.parse(entry);
        removed = tree.apply(parsed);
        accepted =
            parsed.kind() == Kind.HARD_LINK ? tree.find(parsed.path()).orElseThrow() : parsed;
      } catch (ParkaException e) {
        if (problems.size() < MAX_PROBLEMS) {
          problems.addAll(e.problems());
        }
        return;
      }
      try {
        visitor.visit(accepted, removed, new ContentStream(content));
      } catch (IOException e) {
        throw new VisitorFailure(e);
      }
    }
  }

  private static Problem damaged(String fact) {
    return new Problem(
        ArchiveProblem.BAD_LAYER, "the layer " + fact, "build or copy the image again");
  }

  private static InputStream unclosed(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public void close() {
        // What is left in it is read after the decompressor has been closed.
      }
    };
  }

  /** Tells damage of the layer from failures of a visitor, which throws IOException as well. */
  private static final class ContentStream extends FilterInputStream {

    private ContentStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      try {
        return in.read(bytes, offset, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e.getMessage(), e);
      }
    }

    @Override
    public void close() {
      // The next entry follows in the same stream.
    }
  }
}
