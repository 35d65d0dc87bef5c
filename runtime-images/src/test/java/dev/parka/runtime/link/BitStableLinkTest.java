package dev.parka.runtime.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.jdk.TestJdks;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.process.ChildProcess;
import dev.parka.runtime.process.ProcessResult;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.strip.StripPlan;
import dev.parka.runtime.testing.Jars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On module sets with which a plain jlink flips between two results (JDK-8392531). */
@Execution(ExecutionMode.CONCURRENT)
class BitStableLinkTest {

  private static final String ONE_BAD_SET = "jdk.httpserver,jdk.naming.rmi,java.management.rmi";
  private static final String OTHER_BAD_SET = "java.management.rmi,jdk.httpserver";

  private static final String EVERYTHING =
      "package com.acme; public class Everything { public static void main(String[] args) throws"
          + " Exception {"
          + " System.out.println(java.time.ZoneId.of(\"Pacific/Auckland\"));"
          + " System.out.println(java.util.ResourceBundle.getBundle(\"com.acme.Everything$Texts\")"
          + ".getString(\"halt\"));"
          + " System.out.println(new Throwable().getStackTrace()[0]);"
          + " javax.net.ssl.SSLContext tls = javax.net.ssl.SSLContext.getDefault();"
          + " String[] all = tls.getDefaultSSLParameters().getProtocols();"
          + " System.out.println(all[0]); }"
          + " public static class Texts extends java.util.ListResourceBundle {"
          + " protected Object[][] getContents() { return new Object[][] {{\"halt\", \"Halt\"}}; } } }";

  @TempDir private Path directory;

  static List<Jdk> jdks() throws IOException {
    return TestJdks.all();
  }

  /** Of other JDKs this is asked where the tests run on them. */
  @Test
  void linksTheSameBytesUnderEveryVariation() throws Exception {
    Jdk jdk = Jdk.running();
    RuntimeImage plain = link(jdk, ONE_BAD_SET, "a", "022", Map.of());

    assertSame(plain, link(jdk, ONE_BAD_SET, "umask", "077", Map.of()));
    assertSame(
        plain,
        link(
            jdk,
            ONE_BAD_SET,
            "a longer path/with spaces/zone and locale",
            "022",
            Map.of("TZ", "Etc/GMT+12", "LC_ALL", "tr_TR.UTF-8", "HOME", "/nowhere")));
    assertSame(
        plain,
        link(
            jdk,
            ONE_BAD_SET,
            "noise",
            "000",
            Map.of(
                "JAVA_TOOL_OPTIONS", "-Duser.language=tr -XX:ActiveProcessorCount=1",
                "CLASSPATH", "/nowhere.jar",
                "TZ", "Etc/GMT-14")));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void provesItself(Jdk jdk) throws IOException {
    Path output = directory.resolve("proven");

    RuntimeImage image = new Linker().prove(plan(jdk, OTHER_BAD_SET), output);

    LinkerTest.assertRuns(image);
    assertThat(image.saved().keySet()).isEqualTo(StripPlan.DEFAULT.kinds());
    assertThat(image.saved())
        .allSatisfy(
            (kind, bytes) ->
                assertThat(bytes)
                    .as(kind.word())
                    .isGreaterThanOrEqualTo(kind == StripKind.NATIVE_LIBRARIES ? 0 : 1));
    assertThat(output.resolve("bin").toFile().list()).containsExactly("java");
    assertWorks(image);
    assertThat(image.home()).isEqualTo(output);
    assertThat(image.modules())
        .contains(
            ModuleName.JAVA_BASE,
            new ModuleName("jdk.httpserver"),
            new ModuleName("java.rmi"),
            new ModuleName("java.management.rmi"));
    assertThat(directory.toFile().list()).containsExactly("proven");
  }

  /** What the things that were left out could have to do with. */
  private void assertWorks(RuntimeImage image) throws IOException {
    Path jar = Jars.entries().classes(EVERYTHING).jar(directory.resolve("everything.jar"));
    ProcessResult result =
        ChildProcess.of(
                image.home().resolve("bin/java").toString(),
                "-XshowSettings:all",
                "-Xlog:startuptime",
                "-cp",
                jar.toString(),
                "com.acme.Everything")
            .run();
    Files.delete(jar);
    assertThat(result.succeeded()).as(result::describe).isTrue();
    assertThat(result.stdout())
        .endsWith("Pacific/Auckland\nHalt\ncom.acme.Everything.main(Everything.java:1)\nTLSv1.3\n");
  }

  private static LinkPlan plan(Jdk jdk, String modules) {
    return new LinkPlan(
        jdk, JlinkOptions.of(Stream.of(modules.split(",", -1)).map(ModuleName::new).toList()));
  }

  /** Links in a new JVM with this file mode mask and these variables. */
  private RuntimeImage link(
      Jdk jdk, String modules, String name, String mask, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = directory.resolve(name);
    List<String> command = new ArrayList<>(List.of("sh", "-c", "umask $0; exec \"$@\"", mask));
    command.add(Jdk.running().tool("java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(LinkInChild.class.getName(), jdk.home().toString()));
    command.addAll(List.of(output.toString(), modules));
    Path log = directory.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    assertThat(builder.start().waitFor()).as(() -> read(log)).isZero();
    return new RuntimeImage(output, jdk, new TreeSet<>());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Compares files, bytes and all mode bits. */
  private static void assertSame(RuntimeImage one, RuntimeImage other) throws IOException {
    LinkDifference.requireNone(one, other);
    assertThat(modes(other.home())).isEqualTo(modes(one.home()));
  }

  private static List<String> modes(Path home) throws IOException {
    List<String> modes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(file -> !Files.isSymbolicLink(file)).sorted().toList()) {
        modes.add(home.relativize(file) + " " + Files.getPosixFilePermissions(file));
      }
    }
    return modes;
  }
}
