package dev.parka.benchmark;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.process.ChildProcess;
import dev.parka.runtime.tree.Removal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Links ten sets of modules again and again, a JDK beside the other, each time in a new process,
 * from copies of each JDK under different paths, under another user, file mode mask, locale, time
 * zone, number of processors and environment, and prints how many digests there are of each: one,
 * if links are bit-stable.
 */
final class LinkProof {

  /** The second and the third flip between two results under a plain jlink (JDK-8392531). */
  private static final List<String> SETS =
      List.of(
          "java.base",
          "jdk.httpserver,jdk.naming.rmi,java.management.rmi",
          "java.management.rmi,jdk.httpserver",
          "java.se,jdk.httpserver,jdk.jfr,jdk.unsupported",
          "java.logging,jdk.httpserver",
          "java.desktop,java.instrument,java.management,java.naming,java.net.http,java.prefs,"
              + "java.scripting,java.security.jgss,java.sql,jdk.crypto.ec,jdk.httpserver,jdk.jfr,"
              + "jdk.unsupported",
          "java.sql,java.net.http,jdk.charsets,jdk.crypto.ec,jdk.localedata,jdk.zipfs",
          "jdk.compiler,jdk.jshell,jdk.javadoc,jdk.jdeps",
          "java.datatransfer,java.prefs,java.smartcardio,java.transaction.xa,jdk.attach,"
              + "jdk.dynalink,jdk.editpad,jdk.jcmd,jdk.jconsole,jdk.jdi,jdk.jdwp.agent,"
              + "jdk.jstatd,jdk.management.agent,jdk.management.jfr,jdk.naming.dns,jdk.net,"
              + "jdk.nio.mapmode,jdk.sctp,jdk.security.auth,jdk.security.jgss",
          "java.xml.crypto,jdk.accessibility,jdk.naming.rmi,jdk.unsupported.desktop,jdk.xml.dom");

  private final Path directory;

  /** The digests of each set of each JDK, and how often each was seen. */
  private final Map<String, Map<String, Integer>> seen = new TreeMap<>();

  private LinkProof(Path directory) {
    this.directory = directory;
  }

  /** Arguments: a new directory to work in; how many links of each set; the homes of JDKs. */
  public static void main(String[] args) throws Exception {
    if (args.length < 3) {
      System.err.println("give a new directory, how many links of each set, and JDKs");
      System.exit(2);
    }
    Path directory = Files.createDirectory(Path.of(args[0])).toRealPath();
    List<Path> homes = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      homes.add(Path.of(args[i]));
    }
    LinkProof proof = new LinkProof(directory);
    proof.copy(homes);
    int links = Integer.parseInt(args[1]);
    ExecutorService threads = Executors.newFixedThreadPool(homes.size());
    // All sets once, then all once more: one that is cut short has something to say of each.
    for (int number = 0; number < links; number++) {
      LinkVariation variation = new LinkVariation(number);
      List<Callable<Void>> round = new ArrayList<>();
      for (int jdk = 0; jdk < homes.size(); jdk++) {
        int one = jdk;
        round.add(() -> proof.linkAll(one, variation));
      }
      for (Future<Void> done : threads.invokeAll(round)) {
        done.get();
      }
      proof.print(number + 1);
    }
    threads.shutdown();
    Removal.of(directory);
    System.exit(proof.seen.values().stream().allMatch(digests -> digests.size() == 1) ? 0 : 1);
  }

  private void copy(List<Path> homes) throws IOException {
    for (int jdk = 0; jdk < homes.size(); jdk++) {
      for (int copy = 0; copy < 2; copy++) {
        Path to = home(jdk, copy);
        Files.createDirectories(to.getParent());
        ChildProcess process =
            ChildProcess.of("cp", "-a", homes.get(jdk).toRealPath().toString(), to.toString());
        if (!process.run().succeeded()) {
          throw new IOException(process.run().describe());
        }
      }
    }
  }

  private Path home(int jdk, int copy) {
    return directory.resolve(copy == 0 ? "jdk" + jdk : "another place/for it/" + jdk + "/home");
  }

  private @Nullable Void linkAll(int jdk, LinkVariation variation)
      throws IOException, InterruptedException {
    for (int set = 0; set < SETS.size(); set++) {
      link(jdk, set, variation);
    }
    return null;
  }

  private void link(int jdk, int set, LinkVariation variation)
      throws IOException, InterruptedException {
    Path outputs = Files.createDirectory(directory.resolve("outputs" + jdk));
    Files.setPosixFilePermissions(outputs, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path home = home(jdk, variation.copy());
    Path output = variation.place(outputs);
    List<String> command =
        List.of(
            Jdk.running().tool("java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            LinkedDigest.class.getName(),
            home.toString(),
            SETS.get(set),
            output.toString());
    Path log = directory.resolve("log" + jdk);
    Process process = variation.process(command).redirectError(log.toFile()).start();
    String digest =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException("link " + variation + " of " + SETS.get(set) + "\n" + text(log));
    }
    Removal.of(outputs);
    String key = String.format(Locale.ROOT, "%s set %2d", Jdk.at(home).version(), set + 1);
    synchronized (seen) {
      seen.computeIfAbsent(key, k -> new TreeMap<>()).merge(digest, 1, Integer::sum);
    }
  }

  private static String text(Path log) throws IOException {
    return Files.readString(log, StandardCharsets.ISO_8859_1);
  }

  private void print(int links) {
    System.out.println("after " + links + " links of each set:");
    seen.forEach(
        (key, digests) ->
            System.out.printf(
                Locale.ROOT,
                "  %-24s %d %s  %s%n",
                key,
                digests.size(),
                digests.size() == 1 ? "digest " : "DIGESTS",
                digests));
  }
}
