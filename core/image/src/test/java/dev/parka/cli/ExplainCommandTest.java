package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.image.TestApplication;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

  @TempDir private static Path directory;
  private static String classes = "";

  @BeforeAll
  static void compile() throws IOException {
    classes =
        TestApplication.compile(
                directory,
                "com/acme/App.java",
                """
                package com.acme;

                public class App {
                  public static void main(String[] arguments) throws Exception {
                    Store.open();
                  }
                }
                """,
                "com/acme/Store.java",
                """
                package com.acme;

                class Store {
                  static Object open() throws Exception {
                    return java.sql.DriverManager.getConnection("jdbc:none");
                  }
                }
                """,
                "com/acme/Never.java",
                """
                package com.acme;

                class Never {
                  static Object window() {
                    return new javax.swing.JFrame();
                  }
                }
                """)
            .toString();
  }

  @Test
  void showsEveryChainToAModule() {
    assertThat(explain("java.sql").out())
        .isEqualTo(
            """
            java.sql is in: the application needs it
              com.acme.App → com.acme.Store → java.sql.DriverManager (classes)
              com.acme.App → com.acme.Store → java.sql.Connection (classes)
            """);
  }

  @Test
  void showsWhichModulesRequireIt() {
    assertThat(explain("java.transaction.xa").out())
        .isEqualTo(
            """
            java.transaction.xa is in: modules that are needed require it
            required by
              java.sql → java.transaction.xa
            """);
  }

  @Test
  void showsWhatWouldBringInWhatNothingReaches() {
    assertThat(explain("java.desktop").out())
        .startsWith(
            """
            java.desktop is not in: nothing of the application leads to it
            what would bring it in
              --add-modules=java.desktop, or addModules of @ContainerImage:\
            """)
        .contains(" of classes, unpacked, with java.datatransfer, java.prefs\n")
        .contains("  needing a module that requires it: java.se, ");
    assertThat(explain("java.desktop", "--level=safe").out())
        .startsWith(
            """
            java.desktop is in: the application needs it
              com.acme.Never → javax.swing.JFrame (classes)
            """);
  }

  @Test
  void showsWhatLeavesOutWhatIsReferredTo() {
    assertThat(explain("java.sql", "--exclude-modules=java.sql").out())
        .startsWith(
            """
            java.sql is not in, although something refers to it
              com.acme.App → com.acme.Store → java.sql.DriverManager (classes)
            """);
  }

  @Test
  void asksWhatWasMeant() {
    CommandLineRun run = explain("jav.sql");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err())
        .isEqualTo(
            "error: [UnknownModule] JDK "
                + Runtime.version()
                + " has no module jav.sql; did you mean java.sql?\n");
  }

  @Test
  void tellsPrograms() {
    assertThat(explain("java.sql", "--format=json").out())
        .contains("\"standing\" : \"needed\"", "\"text\" : \"com.acme.App → com.acme.Store");
  }

  @Test
  void wantsAnApplicationOrAnImage() {
    CommandLineRun run = CommandLineRun.of("explain", "java.sql");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("Missing option: --class-path");
  }

  private static CommandLineRun explain(String module, String... options) {
    String[] words = new String[options.length + 5];
    words[0] = "explain";
    words[1] = module;
    words[2] = "--class-path=" + classes;
    words[3] = "--main-class=com.acme.App";
    words[4] = "--no-cache";
    System.arraycopy(options, 0, words, 5, options.length);
    return CommandLineRun.of(words);
  }
}
