package dev.parka.benchmark;

import dev.parka.oci.ImageArchive;
import dev.parka.oci.LayerReader;
import dev.parka.oci.LayerUnpacker;
import dev.parka.runtime.tree.Removal;
import dev.parka.verify.ImageVerifier;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.VerificationRequest;
import dev.parka.verify.boot.BootPlan;
import dev.parka.verify.boot.BootResult;
import dev.parka.verify.boot.Booter;
import dev.parka.verify.boot.Confinement;
import dev.parka.verify.boot.Isolation;
import dev.parka.verify.boot.Network;
import dev.parka.verify.boot.StoredImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What isolation adds to the start of an application: the same image, in turns, as a plain process
 * of this machine and in namespaces with this machine's network and with one of its own, each until
 * its first port accepts a connection. Unpacking and ending are told apart. So is what a boot adds
 * to a verification, during which the image is unpacked.
 *
 * <p>Arguments: an image layout with one TCP port, the number of rounds.
 */
@SuppressWarnings("SystemOut") // it prints its result
public final class BootBenchmark {

  private BootBenchmark() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException {
    Path layout = Path.of(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    List<Long> plain = new ArrayList<>();
    List<Long> shared = new ArrayList<>();
    List<Long> own = new ArrayList<>();
    List<Long> unpacking = new ArrayList<>();
    List<Long> whole = new ArrayList<>();
    List<Long> verification = new ArrayList<>();
    List<Long> withBoot = new ArrayList<>();
    Isolation way =
        System.getProperty("user.name").equals("root")
            ? Isolation.CHROOT
            : Isolation.USER_NAMESPACE;
    try (ImageArchive archive = ImageArchive.open(layout)) {
      StoredImage image = StoredImage.of(archive, Optional.empty());
      for (int round = -1; round < rounds; round++) {
        long first = answer(image, Isolation.NONE, Network.HOST);
        long second = answer(image, way, Network.HOST);
        long start = System.nanoTime();
        long third = answer(image, way, Network.OWN);
        long all = System.nanoTime() - start;
        if (round >= 0) {
          plain.add(first);
          shared.add(second);
          own.add(third);
          whole.add(all);
          unpacking.add(unpack(image));
        }
        VerificationRequest request = VerificationRequest.of(layout);
        long unbooted = verify(request);
        long booted = verify(request.withBoot(BootPlan.DEFAULT.in(Confinement.DEFAULT.only(way))));
        if (round >= 0) {
          verification.add(unbooted);
          withBoot.add(booted);
        }
      }
    }
    print("application as a plain process", plain);
    print(way + ", this machine's network", shared);
    print(way + ", a network of its own", own);
    System.out.printf(
        Locale.ROOT,
        "isolation and network add %d ms, %.2f times a plain start%n",
        median(own) - median(plain),
        (double) median(own) / median(plain));
    print("unpacking alone", unpacking);
    print("boot as a whole, with unpacking and ending", toMillis(whole));
    print("verification alone", verification);
    print("verification with a boot", withBoot);
    long added = median(withBoot) - median(verification);
    System.out.printf(
        Locale.ROOT,
        "a boot adds %d ms, %d ms beside a plain start%n",
        added,
        added - median(plain));
  }

  private static long answer(StoredImage image, Isolation way, Network network) throws IOException {
    BootPlan plan = BootPlan.DEFAULT.in(Confinement.DEFAULT.only(way).on(network));
    BootResult result = Booter.boot(image, plan);
    return result
        .run()
        .answeredAfter()
        .map(Duration::toMillis)
        .orElseThrow(() -> new IllegalStateException(result + " " + result.notes()));
  }

  private static long verify(VerificationRequest request) throws IOException {
    long start = System.nanoTime();
    VerificationReport report = ImageVerifier.verify(request);
    if (!report.isGood()) {
      throw new IllegalStateException(report.toString());
    }
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  private static long unpack(StoredImage image) throws IOException {
    Path directory = Files.createTempDirectory("boot-benchmark");
    try {
      long start = System.nanoTime();
      LayerUnpacker.unpack(image.layers(), directory.resolve("root"), LayerReader.Limits.DEFAULT);
      return Duration.ofNanos(System.nanoTime() - start).toMillis();
    } finally {
      Removal.of(directory);
    }
  }

  private static List<Long> toMillis(List<Long> nanos) {
    return nanos.stream().map(n -> Duration.ofNanos(n).toMillis()).toList();
  }

  private static void print(String what, List<Long> millis) {
    System.out.printf(
        Locale.ROOT,
        "%-44s %5d ms (%d to %d)%n",
        what,
        median(millis),
        millis.stream().mapToLong(m -> m).min().orElse(0),
        millis.stream().mapToLong(m -> m).max().orElse(0));
  }

  private static long median(List<Long> millis) {
    return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElseThrow();
  }
}
