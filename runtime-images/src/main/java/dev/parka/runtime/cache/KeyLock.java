package dev.parka.runtime.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Held by whoever makes an entry, so that others wait for it instead of making it, too. Only a
 * saving: where no lock is to be had, everyone makes the entry, and the last one stays. The system
 * takes it from a process that dies.
 */
public final class KeyLock implements AutoCloseable {

  /** File locks are the process's, not the thread's. */
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final ReentrantLock thread;
  private final @Nullable FileChannel channel;

  private KeyLock(ReentrantLock thread, @Nullable FileChannel channel) {
    this.thread = thread;
    this.channel = channel;
  }

  /** Waits until nobody else has the lock of this file. */
  static KeyLock of(Path file) {
    ReentrantLock thread = THREADS.computeIfAbsent(file, path -> new ReentrantLock());
    thread.lock();
    return new KeyLock(thread, lock(file));
  }

  private static @Nullable FileChannel lock(Path file) {
    try {
      UserCache.createParent(file);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        channel.lock();
        return channel;
      } catch (IOException e) {
        channel.close();
        return null;
      }
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // Nothing was written to it.
    } finally {
      thread.unlock();
    }
  }
}
