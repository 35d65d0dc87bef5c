package dev.parka.runtime.breakages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.process.ChildProcess;
import dev.parka.runtime.process.ProcessResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tools of the running JDK, each run in a process of its own. */
final class HostTool {

  /** Programs that are gone before better compiled code pays take half the time with these. */
  static final List<String> SHORT_RUN = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final String PASSWORD = "changeit";

  private HostTool() {}

  /** Makes a key store with a key for {@code localhost}. */
  static void makeKey(String algorithm, Path store) {
    List<String> arguments = new ArrayList<>(List.of("-genkeypair", "-alias", "key"));
    arguments.addAll(List.of("-keyalg", algorithm, "-validity", "3650"));
    arguments.addAll(List.of("-dname", "CN=localhost", "-ext", "san=dns:localhost"));
    arguments.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString()));
    arguments.addAll(List.of("-storepass", PASSWORD));
    run("keytool", arguments);
  }

  /** Signs a jar with that key. */
  static void sign(Path jar, Path store) {
    run(
        "jarsigner",
        List.of("-keystore", store.toString(), "-storepass", PASSWORD, jar.toString(), "key"));
  }

  /** Links these modules and what they require. */
  static void link(String modules, Path image) {
    run(
        "jlink",
        List.of(
            "--add-modules=" + modules,
            "--no-man-pages",
            "--no-header-files",
            "--output=" + image));
  }

  private static void run(String tool, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(Jdk.running().tool(tool).toString()));
    SHORT_RUN.forEach(flag -> command.add("-J" + flag));
    command.addAll(arguments);
    ProcessResult result = ChildProcess.of(command).run();
    assertThat(result.succeeded()).as(result::describe).isTrue();
  }
}
