package dev.parka.registry;

import dev.parka.spec.Digest;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds up how much of several blobs has got to a registry. A blob that has to be sent again counts
 * once: the sum waits until it is where it was.
 */
final class TransferCount {

  private final TransferProgress listener;
  private final long total;
  private final Map<Digest, Long> done = new HashMap<>();
  private long told;

  TransferCount(TransferProgress listener, long total) {
    this.listener = listener;
    this.total = total;
  }

  /** Of this blob the registry has, or is about to have, so many bytes. */
  synchronized void on(Digest blob, long bytes) {
    done.put(blob, bytes);
    long sum = done.values().stream().mapToLong(Long::longValue).sum();
    if (sum > told) {
      told = sum;
      listener.on(sum, total);
    }
  }
}
