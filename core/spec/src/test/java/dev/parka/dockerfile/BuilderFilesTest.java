package dev.parka.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.plan.ImagePlan;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import dev.parka.spec.ImageReference;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.TestDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BuilderFilesTest {

  private static final BuilderFiles FILES = files();

  @Test
  void shipsWhatTheBuilderHasMade() {
    assertThat(FILES.image().render())
        .endsWith(
            """

            # the image: nothing but what the application uses
            FROM scratch
            COPY ["./rootfs/", "/"]
            COPY ["./linked/", "/opt/java/"]
            COPY ["./app/lib/", "/app/lib/"]
            COPY ["./app/petstore.jar", "./app/class-path", "/app/"]
            COPY --chown=65532:65532 ["./empty/", "/data/"]
            ENV LANG="C.UTF-8"
            VOLUME ["/data"]
            WORKDIR /app
            USER 65532:65532
            STOPSIGNAL SIGTERM
            ENTRYPOINT ["/opt/java/bin/java", "@/app/class-path", "com.acme.PetStore"]
            """);
  }

  @Test
  void makesEverythingInOneStage() {
    String text = FILES.builder().render();

    assertThat(text)
        .containsOnlyOnce("\nFROM ")
        .contains("\nFROM maven:3-eclipse-temurin-25\n")
        .doesNotContain("--from=", " AS ")
        .containsSubsequence(
            "RUN mvn ",
            "RUN jlink ",
            "RUN mkdir -p /app/lib \\\n && cp -R /build/target/lib/. /app/lib/\n",
            "RUN mkdir -p /app \\\n && cp -R /build/target/petstore.jar /app/petstore.jar\n",
            "> /app/class-path");
  }

  @Test
  void carriesAcrossWhatIsShippedAndNoMore() {
    assertThat(FILES.script())
        .startsWith(
            "#!/bin/sh\n# Written by Parka: builds shop/petstore:latest without multi-stage builds")
        .contains("for directory in app empty linked rootfs; do\n")
        .contains("image=${1:-shop/petstore:latest}\n");
  }

  private static BuilderFiles files() {
    ImagePlan plan =
        ImagePlan.of(
            ImageSpec.from(
                TestDescriptor.bare()
                    .with("name", "shop/petstore")
                    .with("volumes", List.of("/data"))
                    .build()),
            new RootModules(
                new TreeMap<>(Map.of(ModuleName.JAVA_BASE, List.of(new Reason("needed")))),
                List.of()),
            25);
    ContextWishes wishes =
        new ContextWishes(
            ContextWishes.NONE.images(),
            ContextWishes.NONE.files(),
            new ContextWishes.Project(
                BuildTool.MAVEN,
                new ProjectFiles(new TreeSet<>(List.of("pom.xml"))),
                Optional.empty(),
                false),
            Optional.empty(),
            false);
    return BuilderFiles.of(
        PlannedDockerfile.of(plan, wishes.of(plan, true)),
        ImageReference.parse("shop/petstore:latest"));
  }
}
