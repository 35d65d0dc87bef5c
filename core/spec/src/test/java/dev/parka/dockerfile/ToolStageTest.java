package dev.parka.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.annotations.Strip;
import dev.parka.plan.ImagePlan;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.TestDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolStageTest {

  /** Of the three bytes {@code abc}: FIPS 180-4's own example. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void hasTheToolDoWhatAShellCannot() {
    assertThat(render(TestDescriptor.bare(), 17, tool()))
        .contains(
            """
            # runtime: links the Java run-time image and gathers the shared libraries it needs; with \
            Parka's command line, as a shell cannot: bit-stable-link, native-symbols, \
            native-debug-information, native-unwind-tables
            FROM jdk:25 AS runtime
            COPY ["./tools/parka-cli.jar", "/parka-cli.jar"]
            RUN printf '%s  %s\\n' {abc} /parka-cli.jar | sha256sum -c \\
             && java -jar /parka-cli.jar link \\
                  --modules=java.base \\
                  --strip=java-debug-attributes,native-symbols,native-debug-information,\
            native-unwind-tables,man-pages,headers,jrt-fs,class-list,launchers,legal-notices,native-libraries \\
                  --launchers=java \\
                  --output=/linked
            """
                .replace("{abc}", ABC));
  }

  @Test
  void saysWhatIsLeftUndoneWithoutIt() {
    assertThat(render(TestDescriptor.bare(), 25, Optional.empty()))
        .contains(
            "; left undone, as a shell cannot: native-symbols, native-debug-information,"
                + " native-unwind-tables\n")
        .doesNotContain("parka-cli.jar");
  }

  @Test
  void saysNothingWhereAShellCanDoAll() {
    TestDescriptor keeping =
        TestDescriptor.bare()
            .with(
                "keep",
                List.of(
                    Strip.NATIVE_SYMBOLS,
                    Strip.NATIVE_DEBUG_INFORMATION,
                    Strip.NATIVE_UNWIND_TABLES));

    assertThat(render(keeping, 25, Optional.empty()))
        .contains(
            "# runtime: links the Java run-time image and gathers the shared libraries it needs\n")
        .doesNotContain("parka-cli.jar");
  }

  @Test
  void repacksTheJars() {
    assertThat(render(TestDescriptor.bare(), 25, tool()))
        .contains(
            """
            # application: lays out the jars and writes the class path; with Parka's command line, as a \
            shell cannot: normal-jars
            FROM jdk:25 AS application
            COPY ["./target/lib/", "/jars/lib/"]
            COPY ["./target/app.jar", "/jars/petstore.jar"]
            COPY ["./tools/parka-cli.jar", "/parka-cli.jar"]
            RUN printf '%s  %s\\n' {abc} /parka-cli.jar | sha256sum -c \\
             && java -jar /parka-cli.jar repack \\
                  --class-path='/jars/petstore.jar:/jars/lib/*' \\
                  --main-class=com.acme.PetStore \\
                  --jar-name=petstore \\
                  --output=/

            """
                .replace("{abc}", ABC));
  }

  @Test
  void laysTheApplicationOutFirstWhereItSaysWhichClassesGo() {
    String text =
        render(
            TestDescriptor.bare()
                .with("strip", List.of(Strip.UNREFERENCED_CLASSES))
                .with("jvmFlags", List.of("-Dgreeting=it's $HOME")),
            25,
            tool());

    assertThat(text)
        .containsSubsequence(" AS application\n", " AS runtime\n")
        .contains("COPY --from=application [\"/app/\", \"/app/\"]\n")
        .contains(
            """
                  --class-path='/app/petstore.jar:/app/lib/*' \\
                  --main-class=com.acme.PetStore \\
                  '--jvm-flag=-Dgreeting=it'\\''s $HOME' \\
                  --output=/linked
            """);
  }

  @Test
  void takesTheDigestOfTheFileUnlessOneIsSaid(@TempDir Path context) throws IOException {
    Files.writeString(context.resolve("cli.jar"), "abc");

    assertThat(ToolJar.parse("cli.jar", context))
        .isEqualTo(new ToolJar("cli.jar", new Digest(ABC)));
    assertThat(ToolJar.parse("cli.jar@sha256:" + ABC, context).digest().hex()).isEqualTo(ABC);
    assertThat(ToolJar.parse("later.jar@sha256:" + ABC, context).path()).isEqualTo("later.jar");
    String other = "0".repeat(64);
    assertThatThrownBy(() -> ToolJar.parse("cli.jar@sha256:" + other, context))
        .hasMessage(
            "[BadToolJar] "
                + context.resolve("cli.jar")
                + " is sha256:"
                + ABC
                + " and not sha256:"
                + other
                + "; put parka-cli.jar into the build context, or pin it as in"
                + " tools/parka-cli.jar@sha256:…");
    assertThatThrownBy(() -> ToolJar.parse("none.jar", context))
        .hasMessageStartingWith(
            "[BadToolJar] " + context.resolve("none.jar") + " cannot be read; ");
  }

  private static Optional<ToolJar> tool() {
    return Optional.of(new ToolJar("tools/parka-cli.jar", new Digest(ABC)));
  }

  private static String render(TestDescriptor wanted, int version, Optional<ToolJar> tool) {
    ImagePlan plan =
        ImagePlan.of(
            ImageSpec.from(wanted.with("name", "petstore").build()),
            new RootModules(
                new TreeMap<>(Map.of(ModuleName.JAVA_BASE, List.of(new Reason("needed")))),
                List.of()),
            version);
    return PlannedDockerfile.of(
            plan,
            new BuildContext(
                ImageReference.parse("jdk:25"),
                new PackagedJars("target/app.jar", Optional.of("target/lib")),
                Optional.empty(),
                tool,
                false))
        .render();
  }
}
