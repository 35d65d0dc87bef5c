package dev.parka.benchmark;

import dev.parka.oci.ArchiveDescriptor;
import dev.parka.oci.ImageArchive;
import dev.parka.runtime.cache.Sha256;
import dev.parka.verify.Expectations;
import dev.parka.verify.ImageVerifier;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.VerificationRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * How long a verification takes, as a ratio to reading the same image once: every layer read,
 * hashed, decompressed and hashed again, with the JDK's own classes. Both take turns on one thread
 * of one virtual machine; what is told is the median of that thread's processor time, which other
 * work of the machine does not lengthen, for verification as it is by default in Java, and with
 * references looked up.
 *
 * <p>Arguments: rounds, and an image layout with gzip layers, as a tar or as a directory.
 */
final class VerifyBenchmark {

  private static final int WARM_UP = 3;

  private VerifyBenchmark() {}

  /** Something that is timed. */
  private interface Task {
    void run() throws IOException;
  }

  public static void main(String[] arguments) throws IOException {
    int rounds = Integer.parseInt(arguments[0]);
    Path image = Path.of(arguments[1]);
    VerificationRequest plain = VerificationRequest.of(image);
    VerificationRequest whole = plain.expecting(Expectations.NONE.withReferences(true));
    List<Double> once = new ArrayList<>();
    List<Double> verified = new ArrayList<>();
    List<Double> resolved = new ArrayList<>();
    for (int i = 0; i < rounds + WARM_UP; i++) {
      double read = seconds(() -> read(image));
      double verify = seconds(() -> requireGood(ImageVerifier.verify(plain)));
      double resolve = seconds(() -> requireGood(ImageVerifier.verify(whole)));
      if (i >= WARM_UP) {
        once.add(read);
        verified.add(verify);
        resolved.add(resolve);
      }
    }
    System.out.println("read, decompressed and hashed once  " + show(median(once)));
    System.out.println("verified                            " + show(median(verified)));
    System.out.println("verified, references looked up      " + show(median(resolved)));
    System.out.println("ratio                               " + ratio(verified, once));
    System.out.println("ratio with references               " + ratio(resolved, once));
  }

  private static void read(Path image) throws IOException {
    try (ImageArchive archive = ImageArchive.open(image)) {
      ArchiveDescriptor manifest = archive.image(Optional.empty());
      for (ArchiveDescriptor layer : archive.manifest(manifest).layers()) {
        MessageDigest stored = Sha256.begin();
        MessageDigest unpacked = Sha256.begin();
        try (InputStream in =
            new GZIPInputStream(
                new DigestInputStream(
                    new BufferedInputStream(archive.blobOf(layer).open(), 1 << 16), stored),
                1 << 16)) {
          byte[] buffer = new byte[1 << 16];
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            unpacked.update(buffer, 0, n);
          }
        }
        if (stored.digest().length != unpacked.digest().length) {
          throw new IllegalStateException("two digests of one kind are of one length");
        }
      }
    }
  }

  private static void requireGood(VerificationReport report) {
    if (!report.isGood()) {
      throw new IllegalStateException(report.render());
    }
  }

  private static double seconds(Task task) throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    task.run();
    return (threads.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private static double median(List<Double> times) {
    List<Double> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  /** The median of the ratios of single rounds: what disturbs a round disturbs both. */
  private static String ratio(List<Double> one, List<Double> other) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      ratios.add(one.get(i) / other.get(i));
    }
    return String.format(Locale.ROOT, "%.2f", median(ratios));
  }

  private static String show(double seconds) {
    return String.format(Locale.ROOT, "%.3f s", seconds);
  }
}
