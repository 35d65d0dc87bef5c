package dev.parka.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.annotations.Startup;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import dev.parka.runtime.strip.DesktopLibrary;
import dev.parka.runtime.strip.StripPlan;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.TestDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImagePlanTest {

  static final RootModules MODULES =
      new RootModules(
          new TreeMap<>(
              Map.of(
                  new ModuleName("jdk.httpserver"),
                  List.of(new Reason("com.acme.PetStore → HttpServer"), new Reason("a name", true)),
                  ModuleName.JAVA_BASE,
                  List.of(new Reason("every application needs it")))),
          List.of());

  @Test
  void resolvesWhatIsRunAndWhere() {
    ImageSpec spec =
        ImageSpec.from(
            TestDescriptor.bare()
                .with("jvmFlags", List.of("-Xmx64m"))
                .with("arguments", List.of("--verbose"))
                .build());
    ImagePlan plan = ImagePlan.of(spec, MODULES, 25);
    assertThat(plan.config().process().entrypoint())
        .containsExactly("/opt/java/bin/java", "-Xmx64m", "@/app/class-path", "com.acme.PetStore");
    assertThat(plan.config().process().arguments()).containsExactly("--verbose");
    assertThat(plan.files().jar()).hasToString("/app/pet-store.jar");
    assertThat(plan.runtime().javaVersion()).isEqualTo(25);
    assertThat(plan.isFromScratch()).isTrue();
  }

  @Test
  void keepsTheCommandThatTheHealthCheckRuns() {
    ImageSpec spec =
        ImageSpec.from(
            TestDescriptor.bare()
                .with(
                    "healthCheck",
                    new ImageDescriptor.HealthProbe(
                        List.of("/opt/java/bin/jcmd", "1", "/opt/java/bin/*"), 5, 2, 1, 2))
                .build());
    ChosenModules chosen =
        new ChosenModules(
            MODULES, Optional.empty(), new TreeSet<>(List.of(DesktopLibrary.SPLASHSCREEN)));
    StripPlan strips = ImagePlan.of(spec, chosen, 25).runtime().strips();
    assertThat(strips.launchers()).containsExactly("java", "jcmd");
    assertThat(strips.unused()).containsExactly(DesktopLibrary.SPLASHSCREEN);
  }

  @Test
  void aVersionThatWasAskedForGoesBeforeTheOneAtHand() {
    ImageSpec spec = ImageSpec.from(TestDescriptor.bare().with("javaVersion", 17).build());
    assertThat(ImagePlan.of(spec, MODULES, 25).runtime().javaVersion()).isEqualTo(17);
  }

  @Test
  void classPathFileIsAnArgumentFileOfJava() {
    assertThat(
            ImageFiles.classPathFileContent(
                List.of(new ImagePath("/app/a.jar"), new ImagePath("/app/lib/b.jar"))))
        .isEqualTo("-cp\n\"/app/a.jar:/app/lib/b.jar\"\n");
  }

  @Test
  void modulesAreLaunchedAsModules() {
    ImageSpec spec =
        ImageSpec.from(TestDescriptor.bare().build()).withMainModule(new ModuleName("com.acme"));
    ImagePlan plan = ImagePlan.of(spec, MODULES, 25);
    assertThat(plan.config().process().entrypoint())
        .containsExactly(
            "/opt/java/bin/java",
            "@/app/module-path",
            "-m",
            "com.acme/" + spec.application().mainClass());
    List<ImagePath> modules = List.of(new ImagePath("/app/a.jar"), new ImagePath("/app/lib/b.jar"));
    assertThat(ImageFiles.modulePathFileContent(modules, List.of()))
        .isEqualTo("-p\n\"/app/a.jar:/app/lib/b.jar\"\n");
    assertThat(ImageFiles.modulePathFileContent(modules, List.of(new ImagePath("/app/lib/c.jar"))))
        .isEqualTo("-p\n\"/app/a.jar:/app/lib/b.jar\"\n-cp\n\"/app/lib/c.jar\"\n");
  }

  @Test
  void rootModulesFileHasReasonsAsComments() {
    assertThat(RootModulesFile.render(MODULES))
        .isEqualTo(
            """
            # The JDK modules that the application needs, and why. Written by Parka: edit @ContainerImage
            # on the main class and compile again, not this file.

            # every application needs it
            java.base

            # com.acme.PetStore → HttpServer
            # perhaps: a name
            jdk.httpserver
            """);
  }

  @Test
  void rootModulesFileTellsWhatIsLeftOutInComments() {
    RootModules modules =
        new RootModules(
            new TreeMap<>(
                Map.of(ModuleName.JAVA_BASE, List.of(new Reason("every application needs it")))),
            new TreeMap<>(
                Map.of(
                    new ModuleName("java.prefs"),
                    List.of(new Reason("a name", true), new Reason("another", true)),
                    new ModuleName("java.desktop"),
                    List.of(new Reason("com.acme.PetStore → Toolkit")))),
            List.of());
    assertThat(RootModulesFile.render(modules))
        .endsWith(
            """

            # every application needs it
            java.base

            # left out: java.desktop: com.acme.PetStore → Toolkit
            # left out: java.prefs: perhaps: a name
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "APP_CDS, -XX:SharedArchiveFile=/app/startup.jsa",
    "AOT_CACHE, -XX:AOTCache=/app/startup.aot",
  })
  void startsWithTheArchiveWhereAnImageHasOne(Startup startup, String flag) {
    ImageSpec spec =
        ImageSpec.from(
            TestDescriptor.bare()
                .with("startup", startup)
                .with("jvmFlags", List.of("-Xmx64m"))
                .build());

    assertThat(entrypoint(spec))
        .containsExactly(
            "/opt/java/bin/java", "-Xmx64m", flag, "@/app/class-path", "com.acme.PetStore");
    assertThat(entrypoint(PlannedStartup.portable(spec))).doesNotContain(flag);
    assertThat(PlannedStartup.warning(spec)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(
      value = Startup.class,
      names = {"NONE", "CDS"})
  void needsNoFlagForTheDefaultArchive(Startup startup) {
    ImageSpec spec = ImageSpec.from(TestDescriptor.bare().with("startup", startup).build());

    assertThat(entrypoint(spec))
        .containsExactly("/opt/java/bin/java", "@/app/class-path", "com.acme.PetStore");
    assertThat(PlannedStartup.portable(spec)).isEqualTo(spec);
    assertThat(PlannedStartup.warning(spec)).isEmpty();
  }

  private static List<String> entrypoint(ImageSpec spec) {
    return ImagePlan.of(spec, MODULES, 25).config().process().entrypoint();
  }
}
