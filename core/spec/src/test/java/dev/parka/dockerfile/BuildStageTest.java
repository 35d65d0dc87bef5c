package dev.parka.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.lock.ImageLock;
import dev.parka.plan.ImagePlan;
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
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BuildStageTest {

  private static final Digest ONE = new Digest("1".repeat(64));

  private static final ImagePlan PLAN =
      ImagePlan.of(
          ImageSpec.from(TestDescriptor.bare().with("name", "shop/petstore").build()),
          new RootModules(
              new TreeMap<>(Map.of(ModuleName.JAVA_BASE, List.of(new Reason("needed")))),
              List.of()),
          25);

  @Test
  void fetchesBeforeItCopiesTheSources() {
    assertThat(
            render(
                project(
                    BuildTool.MAVEN_WRAPPER, Optional.empty(), false, "mvnw", ".mvn/", "pom.xml")))
        .contains(
            """
            # build: makes the application's jar with the Maven wrapper
            FROM eclipse-temurin:25-jdk AS build
            WORKDIR /build
            COPY ["./.mvn/", "/build/.mvn/"]
            COPY ["./mvnw", "./pom.xml", "/build/"]
            RUN sh ./mvnw --batch-mode --no-transfer-progress -Dmaven.repo.local=/maven dependency:go-offline
            COPY ["./", "/build/"]
            RUN sh ./mvnw --batch-mode --no-transfer-progress -Dmaven.repo.local=/maven -DskipTests package dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=target/lib \\
             && mkdir -p target/lib
            """)
        .contains(
            """
            COPY --from=build ["/build/target/lib/", "/app/lib/"]
            COPY --from=build ["/build/target/petstore.jar", "/app/petstore.jar"]
            """);
  }

  @Test
  void buildsAModuleAndWhatItNeeds() {
    assertThat(
            render(
                project(
                    BuildTool.MAVEN,
                    Optional.of("apps/web"),
                    false,
                    "pom.xml",
                    "apps/web/pom.xml")))
        .contains(
            """
            FROM maven:3-eclipse-temurin-25 AS build
            WORKDIR /build
            COPY ["./pom.xml", "/build/"]
            COPY ["./apps/web/pom.xml", "/build/apps/web/"]
            RUN mvn --batch-mode --no-transfer-progress -Dmaven.repo.local=/maven --projects=apps/web --also-make dependency:go-offline
            """)
        .contains("-DoutputDirectory=target/lib \\\n && mkdir -p apps/web/target/lib\n")
        .contains("COPY --from=build [\"/build/apps/web/target/petstore.jar\", ");
  }

  @Test
  void sharesWhatIsFetchedWhereThatIsAskedFor() {
    assertThat(render(project(BuildTool.MAVEN, Optional.empty(), true, "pom.xml")))
        .contains("RUN --mount=type=cache,sharing=locked,target=/maven mvn --batch-mode")
        .containsOnlyOnce("dependency:go-offline");
    assertThat(render(project(BuildTool.MAVEN, Optional.empty(), false, "pom.xml")))
        .doesNotContain("--mount");
  }

  @Test
  void gradleGetsTheTasksThatItLacks() {
    assertThat(
            render(
                project(
                    BuildTool.GRADLE_WRAPPER,
                    Optional.of("app"),
                    false,
                    "gradlew",
                    "gradle/",
                    "app/build.gradle")))
        .contains(
            "FROM eclipse-temurin:25-jdk AS build\n",
            " > /parka.gradle \\\n && sh ./gradlew --no-daemon --console=plain",
            " -Dorg.gradle.configuration-cache=false parkaFetch\n",
            " -Pparka.libraries=build/lib :app:assemble :app:parkaLibraries",
            " && mkdir -p app/build/lib\n",
            "COPY --from=build [\"/build/app/build/libs/petstore.jar\", ");
    assertThat(render(project(BuildTool.GRADLE, Optional.empty(), false, "build.gradle")))
        .contains("FROM gradle:jdk25 AS build\n", "&& gradle --no-daemon");
  }

  @Test
  void pinsEveryImage() {
    ImageLock lock =
        ImageLock.EMPTY
            .with(ImageReference.parse("eclipse-temurin:25-jdk"), ONE)
            .with(ImageReference.parse("maven:3-eclipse-temurin-25"), ONE);
    ContextWishes wishes =
        wishes(
            project(BuildTool.MAVEN, Optional.empty(), false, "pom.xml"), lock, Optional.empty());

    assertThat(PlannedDockerfile.of(PLAN, wishes.of(PLAN, true)).render())
        .contains(
            "FROM maven:3-eclipse-temurin-25@" + ONE + " AS build\n",
            "FROM eclipse-temurin:25-jdk@" + ONE + " AS runtime\n",
            "FROM eclipse-temurin:25-jdk@" + ONE + " AS application\n");
  }

  @Test
  void refusesADirectoryThatIsNotBelowTheModule() {
    ContextWishes wishes =
        wishes(
            project(BuildTool.MAVEN, Optional.of("app"), false, "pom.xml"),
            ImageLock.EMPTY,
            Optional.of("target/lib"));

    assertThatThrownBy(() -> PlannedDockerfile.of(PLAN, wishes.of(PLAN, true)))
        .hasMessage(
            "[BadPath] 'target/lib' is not below the module app; choose a directory below it, such"
                + " as app/target/lib");
  }

  @Test
  void ignoresWhatWasBuiltBefore() {
    assertThat(
            ignored(project(BuildTool.MAVEN, Optional.of("app"), false, "app/pom.xml", "pom.xml")))
        .isEqualTo(
            """
            # Written by Parka: what the build has no use for.
            .git
            app/target
            target
            """);
    assertThat(ignored(project(BuildTool.GRADLE, Optional.empty(), false, "build.gradle")))
        .endsWith("use for.\n.git\n.gradle\nbuild\n");
  }

  @Test
  void ignoresAllButTheJarsWhereTheyArePackaged() {
    assertThat(ignored(ContextWishes.Project.PACKAGED))
        .isEqualTo(
            """
            # Written by Parka: what the Dockerfile copies, and nothing else.
            *
            !target/petstore.jar
            !target/lib
            """);
  }

  private static String ignored(ContextWishes.Project project) {
    return DockerIgnore.render(wishes(project, ImageLock.EMPTY, Optional.empty()).of(PLAN, true));
  }

  private static String render(ContextWishes.Project project) {
    ContextWishes wishes = wishes(project, ImageLock.EMPTY, Optional.empty());
    return PlannedDockerfile.of(PLAN, wishes.of(PLAN, true)).render();
  }

  private static ContextWishes wishes(
      ContextWishes.Project project, ImageLock lock, Optional<String> libraries) {
    return new ContextWishes(
        new ContextWishes.Images(Optional.empty(), Optional.empty(), lock),
        new ContextWishes.JarFiles(Optional.empty(), libraries, Optional.empty()),
        project,
        Optional.empty(),
        false);
  }

  private static ContextWishes.Project project(
      BuildTool tool, Optional<String> module, boolean cacheMounts, String... files) {
    return new ContextWishes.Project(
        tool, new ProjectFiles(new TreeSet<>(List.of(files))), module, cacheMounts);
  }
}
