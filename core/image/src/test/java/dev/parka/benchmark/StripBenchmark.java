package dev.parka.benchmark;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.link.JlinkOptions;
import dev.parka.runtime.link.LinkPlan;
import dev.parka.runtime.link.Linker;
import dev.parka.runtime.link.RuntimeImage;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.strip.StripPlan;
import dev.parka.runtime.tree.Removal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What each thing that is left out of a run-time image saves: the image with everything left out,
 * and the same with one thing kept, as a tar, as gzip -9 and as zstd -19. Needs tar, gzip and zstd.
 */
final class StripBenchmark {

  private record Sizes(long tar, long gzip, long zstd) {

    Sizes minus(Sizes other) {
      return new Sizes(tar - other.tar, gzip - other.gzip, zstd - other.zstd);
    }
  }

  private static final String EVERYTHING = ".";

  private final Jdk jdk;
  private final JlinkOptions options;
  private final Path scratch;

  private StripBenchmark(Jdk jdk, JlinkOptions options, Path scratch) {
    this.jdk = jdk;
    this.options = options;
    this.scratch = scratch;
  }

  /** Takes the home of a JDK and the names of root modules, separated by commas. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Jdk jdk = Jdk.at(Path.of(arguments[0]));
    List<ModuleName> roots = Stream.of(arguments[1].split(",", -1)).map(ModuleName::new).toList();
    Path scratch = Files.createTempDirectory("parka-strip-");
    try {
      new StripBenchmark(jdk, JlinkOptions.of(roots), scratch).run();
    } finally {
      Removal.of(scratch);
    }
  }

  private void run() throws IOException, InterruptedException {
    System.out.printf(
        Locale.ROOT, "%-26s %12s %12s %12s%n", "left out", "tar", "gzip -9", "zstd -19");
    Sizes nothing = measure(options, StripPlan.NOTHING, EVERYTHING);
    print("nothing", nothing);
    Sizes all = measure(options, StripPlan.DEFAULT, EVERYTHING);
    print("all", all);
    for (StripKind kind : StripPlan.DEFAULT.kinds()) {
      String part = changed(kind);
      Sizes kept = measure(options, StripPlan.DEFAULT.keeping(kind), part);
      print(kind.word(), kept.minus(measure(options, StripPlan.DEFAULT, part)));
    }
    print(
        "all, compressed modules",
        measure(options.withCompressed(true), StripPlan.DEFAULT, EVERYTHING));
  }

  /** Compressing takes long: where a thing changes nothing else, nothing else is compressed. */
  private static String changed(StripKind kind) {
    return switch (kind) {
      case JAVA_DEBUG_ATTRIBUTES -> "lib/modules";
      case NATIVE_SYMBOLS, NATIVE_DEBUG_INFORMATION, NATIVE_UNWIND_TABLES ->
          "--exclude=./lib/modules .";
      default -> "--exclude=./lib/modules --exclude=./lib/server/libjvm.so .";
    };
  }

  private Sizes measure(JlinkOptions wanted, StripPlan strips, String part)
      throws IOException, InterruptedException {
    Path home = scratch.resolve("image");
    RuntimeImage image = new Linker().link(new LinkPlan(jdk, wanted).withStrips(strips), home);
    Path tar = scratch.resolve("image.tar");
    shell(
        "tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -C \"$1\" -cf \"$2\" "
            + part,
        image.home(),
        tar);
    Sizes sizes =
        new Sizes(
            Files.size(tar),
            Long.parseLong(shell("gzip -9 -n < \"$1\" | wc -c", tar)),
            Long.parseLong(shell("zstd -19 -q < \"$1\" | wc -c", tar)));
    Removal.of(home);
    return sizes;
  }

  private static String shell(String script, Path... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(Stream.of("sh", "-c", script, "sh"), Stream.of(arguments).map(Path::toString))
            .toList();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException(script + " failed");
    }
    return output;
  }

  private static void print(String what, Sizes sizes) {
    System.out.printf(
        Locale.ROOT, "%-26s %12d %12d %12d%n", what, sizes.tar, sizes.gzip, sizes.zstd);
  }
}
