package dev.parka.oci;

import dev.parka.runtime.tree.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A layer that a test writes entry by entry, good or bad. */
public final class HandMadeLayer {

  private record Item(TarArchiveEntry entry, Content content) {}

  private final List<Item> items = new ArrayList<>();

  /** A directory. */
  public HandMadeLayer directory(String name, int mode) {
    return entry(name + "/", TarConstants.LF_DIR, e -> e.setMode(mode));
  }

  /** A regular file of mode 0644. */
  public HandMadeLayer file(String name, String content) {
    return file(name, 0644, content.getBytes(StandardCharsets.UTF_8));
  }

  /** A regular file. */
  public HandMadeLayer file(String name, int mode, byte[] content) {
    return add(name, TarConstants.LF_NORMAL, e -> e.setMode(mode), content);
  }

  /** A symbolic link. */
  public HandMadeLayer link(String name, String target) {
    return entry(name, TarConstants.LF_SYMLINK, e -> e.setLinkName(target));
  }

  /** A hard link. */
  public HandMadeLayer hardLink(String name, String target) {
    return entry(name, TarConstants.LF_LINK, e -> e.setLinkName(target));
  }

  /** Anything without content. */
  public HandMadeLayer entry(String name, byte type, Consumer<TarArchiveEntry> change) {
    return add(name, type, change, new byte[0]);
  }

  /** Anything. */
  public HandMadeLayer add(
      String name, byte type, Consumer<TarArchiveEntry> change, byte[] content) {
    TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
    entry.setSize(content.length);
    entry.setLastModifiedTime(FileTime.fromMillis(0));
    entry.setIds(0, 0);
    entry.setNames("", "");
    change.accept(entry);
    items.add(new Item(entry, Content.of(content)));
    return this;
  }

  /** The uncompressed layer. */
  public byte[] tar() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      for (Item item : items) {
        tar.putArchiveEntry(item.entry());
        try (InputStream content = item.content().open()) {
          content.transferTo(tar);
        }
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Bytes as one gzip member. */
  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
