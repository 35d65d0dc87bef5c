package dev.parka.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What should not matter to a link, one value of each for every number: sixteen numbers in a row
 * have every pair of the first four.
 *
 * @param number which link this is, from 0
 */
record LinkVariation(int number) {

  private static final List<String> LOCALES =
      List.of("C.UTF-8", "tr_TR.UTF-8", "ja_JP.UTF-8", "POSIX", "et_EE.UTF-8");

  private static final List<String> ZONES =
      List.of("UTC", "Etc/GMT+12", "Etc/GMT-14", "Asia/Kolkata");

  private static final List<String> MASKS = List.of("022", "077", "000");

  private static final String NOBODY = "65534";

  /** Which of the copies of the JDK is linked from. */
  int copy() {
    return number % 2;
  }

  /** Whether another user links, where this one may choose. */
  boolean isAnotherUser() {
    return number / 2 % 2 == 1 && "root".equals(System.getProperty("user.name"));
  }

  private boolean hasOneProcessor() {
    return number / 4 % 2 == 1;
  }

  private boolean isNoisy() {
    return number / 8 % 2 == 1;
  }

  /** Where the output goes below a directory: short, deep, with spaces. */
  Path place(Path directory) {
    return switch (number % 3) {
      case 0 -> directory.resolve("a");
      case 1 -> directory.resolve("a longer/path with spaces in it");
      default -> directory.resolve("1/2/3/4/5/6/7/8/9");
    };
  }

  /** Runs a command under all of this. */
  ProcessBuilder process(List<String> command) {
    List<String> all =
        new ArrayList<>(
            List.of("sh", "-c", "umask $0 && exec \"$@\"", MASKS.get(number % MASKS.size())));
    all.addAll(List.of("taskset", "--cpu-list", hasOneProcessor() ? "0" : "0-1"));
    if (isAnotherUser()) {
      all.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.environment().putAll(environment());
    return builder;
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("LC_ALL", LOCALES.get(number % LOCALES.size()));
    environment.put("TZ", ZONES.get(number % ZONES.size()));
    if (isAnotherUser()) {
      environment.put("HOME", "/nonexistent");
    }
    if (isNoisy()) {
      environment.put("JAVA_TOOL_OPTIONS", "-Duser.language=tr -XX:+UseParallelGC");
      environment.put("JDK_JAVA_OPTIONS", "-Xmx512m -Dnoise=" + number);
      environment.put("CLASSPATH", "/nowhere/" + number + ".jar");
      environment.put("http_proxy", "http://127.0.0.1:9");
      environment.put("SOURCE_DATE_EPOCH", String.valueOf(number));
      environment.put("MALLOC_ARENA_MAX", "1");
    }
    return environment;
  }
}
