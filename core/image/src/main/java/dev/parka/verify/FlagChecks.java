package dev.parka.verify;

import dev.parka.verify.evidence.ImageEvidence;
import dev.parka.verify.jvm.JavaCommand;
import dev.parka.verify.jvm.JavaFlag;
import dev.parka.verify.jvm.NativeStrings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the JVM knows its flags, whether any lets a stranger in, and whether the heap fits. */
final class FlagChecks {

  private static final Pattern DEBUGGER =
      Pattern.compile("-agentlib:jdwp.*|-Xrunjdwp.*|-agentpath:.*libjdwp.*|-Xdebug");
  private static final String JMX = "-Dcom.sun.management.jmxremote";
  private static final Pattern SIZE =
      Pattern.compile("(?:-Xmx|-XX:MaxHeapSize=)([0-9]{1,15})([kKmMgGtT]?)");
  private static final Pattern SHARE =
      Pattern.compile("-XX:(Max|Initial|Min)RAMPercentage=([0-9.]{1,10})");

  /** Beyond this the threads, the code cache and the modules themselves find no room. */
  private static final double MOST_PERCENT = 90;

  /** A heap that a container of a cluster hardly ever has. */
  private static final long MOST_HEAP = 32L << 30;

  private final JavaCommand command;
  private final Findings findings;

  FlagChecks(JavaCommand command, Findings findings) {
    this.command = command;
    this.findings = findings;
  }

  /**
   * Looks at all flags.
   *
   * @param home where the run-time image lies
   * @param memory what a container of it will have, if that is known
   */
  void run(ImageEvidence evidence, Optional<String> home, OptionalLong memory) throws IOException {
    access();
    heap(memory);
    Optional<Path> virtualMachine =
        home.flatMap(path -> evidence.file(path + "/lib/server/libjvm.so"))
            .or(() -> home.flatMap(path -> evidence.file(path + "/lib/client/libjvm.so")));
    if (virtualMachine.isPresent()) {
      known(virtualMachine.get());
    }
    findings.ran(Check.FLAGS);
  }

  private void known(Path virtualMachine) throws IOException {
    Set<String> unknown =
        NativeStrings.lacking(
            virtualMachine,
            command.flags().stream().flatMap(flag -> flag.virtualMachineName().stream()).toList());
    for (JavaFlag flag : command.flags()) {
      if (flag.virtualMachineName().filter(unknown::contains).isPresent()) {
        findings.add(
            VerifyProblem.UNKNOWN_JVM_FLAG, flag.origin(), "flags of this JVM", flag.text());
      }
    }
  }

  private void access() {
    boolean isRemote = false;
    boolean isOpen = false;
    String origin = "";
    for (JavaFlag flag : command.flags()) {
      if (DEBUGGER.matcher(flag.text()).matches()) {
        findings.add(VerifyProblem.DEBUG_AGENT, flag.origin(), "no debugger", flag.text());
      }
      if (flag.text().startsWith(JMX + ".port")) {
        isRemote = true;
        origin = flag.origin();
      }
      isOpen |= flag.text().equals(JMX + ".authenticate=false");
    }
    if (isRemote && isOpen) {
      findings.add(
          VerifyProblem.OPEN_MANAGEMENT,
          origin,
          "remote management with a password",
          JMX + ".authenticate=false");
    }
  }

  private void heap(OptionalLong memory) {
    for (JavaFlag flag : command.flags()) {
      Matcher size = SIZE.matcher(flag.text());
      Matcher share = SHARE.matcher(flag.text());
      if (size.matches()) {
        long bytes = bytes(Long.parseLong(size.group(1)), size.group(2));
        long most = memory.isPresent() ? memory.getAsLong() : MOST_HEAP;
        if (bytes > most * MOST_PERCENT / 100) {
          bad(
              flag,
              memory.isPresent()
                  ? "at most 90 % of " + (most >> 20) + " MiB"
                  : "a heap that a container has, or -XX:MaxRAMPercentage");
        }
      } else if (share.matches() && !isSensible(share.group(2))) {
        bad(flag, "more than 0 and at most 90 percent");
      } else if (flag.text().equals("-XX:-UseContainerSupport")) {
        bad(flag, "a JVM that knows the container's limits");
      }
    }
  }

  private static boolean isSensible(String percent) {
    try {
      double value = Double.parseDouble(percent);
      return value > 0 && value <= MOST_PERCENT;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void bad(JavaFlag flag, String expected) {
    findings.add(VerifyProblem.BAD_HEAP_SIZE, flag.origin(), expected, flag.text());
  }

  private static long bytes(long number, String unit) {
    int shift =
        switch (unit.toLowerCase(Locale.ROOT)) {
          case "k" -> 10;
          case "m" -> 20;
          case "g" -> 30;
          case "t" -> 40;
          default -> 0;
        };
    return number > Long.MAX_VALUE >> shift ? Long.MAX_VALUE : number << shift;
  }
}
