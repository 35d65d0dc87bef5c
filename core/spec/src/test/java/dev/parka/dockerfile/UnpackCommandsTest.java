package dev.parka.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.plan.ImagePlan;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.TestDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UnpackCommandsTest {

  @Test
  void takesAnExecutableJarApart() {
    assertThat(render(new PackagedJars("app.jar", Optional.empty(), usual()), Optional.empty()))
        .contains(
            """
            # application: takes the jar apart and writes the class path; left undone, as a shell cannot: normal-jars
            FROM eclipse-temurin:25-jdk AS application
            COPY ["./app.jar", "/jars/petstore.jar"]
            RUN export LC_ALL=C \\
             && mkdir -p /unpacked/BOOT-INF/classes /unpacked/BOOT-INF/lib /app/lib \\
             && cd /unpacked \\
             && jar -xf /jars/petstore.jar \\
            """,
            """
             && jar --create --file=/app/petstore.jar --manifest=/manifest --main-class=com.acme.PetStore -C BOOT-INF/classes . \\
            """,
            """
            COPY --from=application ["/app/lib/", "/app/lib/"]
            COPY --from=application ["/app/petstore.jar", "/app/class-path", "/app/"]
            """,
            "ENTRYPOINT [\"/opt/java/bin/java\", \"@/app/class-path\", \"com.acme.PetStore\"]\n")
        .doesNotContain("/jars/lib");
  }

  @Test
  void hasWhatLiesBesideTheJarAfterWhatLiesInIt() {
    assertThat(render(new PackagedJars("app.jar", Optional.of("lib"), usual()), Optional.empty()))
        .contains(
            "COPY [\"./lib/\", \"/jars/lib/\"]\n",
            """
                    done \\
                  && for jar in /jars/lib/*.jar; do \\
            """);
  }

  @Test
  void leavesAllOfItToTheToolWhereThereIsOne() {
    ToolJar tool = new ToolJar("parka-cli.jar", new Digest("0".repeat(64)));
    assertThat(render(new PackagedJars("app.jar", Optional.empty(), usual()), Optional.of(tool)))
        .contains(
            """
             && java -jar /parka-cli.jar repack \\
                  --class-path=/jars/petstore.jar \\
                  --main-class=com.acme.PetStore \\
            """,
            "COPY --from=application [\"/app/lib/\", \"/app/lib/\"]\n")
        .doesNotContain("jar -xf");
  }

  @Test
  void refusesFoldersThatWouldNeedQuoting() {
    assertThatThrownBy(() -> new NestedFolders("BOOT-INF/$(id)", "BOOT-INF/lib"))
        .isInstanceOf(ParkaException.class)
        .hasMessageStartingWith("[BadPath] 'BOOT-INF/$(id)' is no plain path");
  }

  @Test
  void startsAModuleOfAModulePath() {
    ImageSpec spec = spec().withMainModule(new ModuleName("com.acme.shop"));
    assertThat(
            render(spec, new PackagedJars("target/web.jar", Optional.of("lib")), Optional.empty()))
        .contains(
            """
            # application: lays out the jars and writes the module path; left undone, as a shell cannot: normal-jars
            FROM eclipse-temurin:25-jdk AS application
            COPY ["./lib/", "/app/lib/"]
            COPY ["./target/web.jar", "/app/web.jar"]
            RUN chmod -R u=rwX,go=rX /app \\
             && export LC_ALL=C path=/app/web.jar \\
             && for jar in /app/lib/*.jar; do [ ! -e "$jar" ] || path="$path:$jar"; done \\
             && printf '%s\\n"%s"\\n' -p "$path" > /app/module-path
            """,
            "COPY --from=application [\"/app/web.jar\", \"/app/module-path\", \"/app/\"]\n",
            "ENTRYPOINT [\"/opt/java/bin/java\", \"@/app/module-path\", \"-m\","
                + " \"com.acme.shop/com.acme.PetStore\"]\n");
  }

  @Test
  void hasTheToolLayModulesOut() {
    ImageSpec spec = spec().withMainModule(new ModuleName("com.acme.shop"));
    ToolJar tool = new ToolJar("parka-cli.jar", new Digest("0".repeat(64)));
    assertThat(render(spec, new PackagedJars("web.jar", Optional.of("lib")), Optional.of(tool)))
        .contains(
            """
             && java -jar /parka-cli.jar repack \\
                  --module-path=/jars/web.jar:/jars/lib \\
                  --main-class=com.acme.PetStore \\
            """);
  }

  private static Optional<NestedFolders> usual() {
    return Optional.of(NestedFolders.USUAL);
  }

  private static ImageSpec spec() {
    return ImageSpec.from(TestDescriptor.bare().with("name", "petstore").build());
  }

  private static String render(PackagedJars jars, Optional<ToolJar> tool) {
    return render(spec(), jars, tool);
  }

  private static String render(ImageSpec spec, PackagedJars jars, Optional<ToolJar> tool) {
    BuildContext context =
        new BuildContext(
            ImageReference.parse("eclipse-temurin:25-jdk"), jars, Optional.empty(), tool, false);
    return PlannedDockerfile.of(ImagePlan.of(spec, modules(), 25), context).render();
  }

  private static RootModules modules() {
    return new RootModules(
        new TreeMap<>(Map.of(ModuleName.JAVA_BASE, List.of(new Reason("needed")))), List.of());
  }
}
