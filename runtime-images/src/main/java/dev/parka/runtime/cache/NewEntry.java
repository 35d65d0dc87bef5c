package dev.parka.runtime.cache;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An entry while it is written: a file beside its place, which may begin with a header that is
 * known last. Locked as long as its writer lives, so that what a killed process left can be told
 * from what another process is about to finish.
 */
final class NewEntry implements AutoCloseable {

  /** How names of such files begin, which no entry's does. */
  static final String PREFIX = ".new";

  /** Those of this process: whoever opens one of them once more loses its lock on closing it. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final Path beside;
  private final FileChannel channel;
  private final OutputStream content;

  private NewEntry(Path file, Path beside, FileChannel channel, int header) throws IOException {
    this.file = file;
    this.beside = beside;
    this.channel = channel;
    this.content = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    channel.position(header);
  }

  /**
   * Begins an entry.
   *
   * @param header how many bytes to leave free before the content
   */
  static NewEntry at(Path file, int header) throws IOException {
    Path directory = UserCache.createParent(file);
    Path beside = create(directory);
    FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE);
    lock(channel);
    return new NewEntry(file, beside, channel, header);
  }

  /** In one step with saying whose it is: another thread may be looking for what is left over. */
  private static synchronized Path create(Path directory) throws IOException {
    Path beside = Files.createTempFile(directory, PREFIX, null);
    OWN.add(beside);
    return beside;
  }

  private static synchronized boolean isOwn(Path beside) {
    return OWN.contains(beside);
  }

  /** Where the content goes. */
  OutputStream content() {
    return content;
  }

  /** Gives the file its name, in one step; of two at the same time the last stays. */
  void commit(byte[] header) throws IOException {
    content.flush();
    channel.write(ByteBuffer.wrap(header), 0);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    OWN.remove(beside);
    Files.deleteIfExists(beside);
  }

  /** Whether a file beside is of no use to anybody any more; where nobody can tell, it is not. */
  static boolean isLeftOver(Path beside) {
    if (isOwn(beside.toAbsolutePath())) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      return lock(channel);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean lock(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (IOException | OverlappingFileLockException e) {
      // A file system without locks.
      return false;
    }
  }
}
