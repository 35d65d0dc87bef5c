package dev.parka;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls of the house; each is seen to hold, and seen to fall where a class breaks it. */
class WallsTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.parka");

  private static final JavaClasses BREAKERS =
      new ClassFileImporter().importPackages("dev.parka.walls");

  static Stream<Arguments> walls() {
    return Stream.of(
        wall(
            "run-time images know nothing of containers",
            noClasses()
                .that()
                .resideInAPackage("dev.parka..runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    "dev.parka.annotations..",
                    "dev.parka.spec..",
                    "dev.parka.catalog..",
                    "dev.parka.plan..",
                    "dev.parka.dockerfile..",
                    "dev.parka.lock..",
                    "dev.parka.oci..",
                    "dev.parka.jdks..",
                    "dev.parka.registry..",
                    "dev.parka.location..",
                    "dev.parka.image..",
                    "dev.parka.verify..",
                    "dev.parka.report..",
                    "dev.parka.cli..")),
        wall(
            "annotations depend on nothing",
            noClasses()
                .that()
                .resideInAPackage("dev.parka..annotations..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "dev.parka.annotations..")),
        wall(
            "a specification knows no plan",
            noClasses()
                .that()
                .resideInAPackage("dev.parka..spec..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.parka.plan..", "dev.parka.dockerfile..")),
        wall(
            "specification, plan and Dockerfile stay light",
            noClasses()
                .that()
                .resideInAnyPackage(
                    "dev.parka..spec..",
                    "dev.parka..catalog..",
                    "dev.parka..plan..",
                    "dev.parka..dockerfile..",
                    "dev.parka..checkin..",
                    "dev.parka..lock..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                    "java..",
                    "javax.lang.model..",
                    "org.jspecify..",
                    "dev.parka.runtime..",
                    "dev.parka.annotations..",
                    "dev.parka.spec..",
                    "dev.parka.catalog..",
                    "dev.parka.plan..",
                    "dev.parka.dockerfile..",
                    "dev.parka.checkin..",
                    "com.github.difflib..",
                    "dev.parka.lock..",
                    "dev.parka.walls..")),
        wall(
            "archives are the room oci's alone",
            noClasses()
                .that()
                .resideOutsideOfPackages("dev.parka.oci..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons.compress..")),
        wall(
            "jib-core is the room registry's alone",
            noClasses()
                .that()
                .resideOutsideOfPackages("dev.parka.registry..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.cloud.tools.jib..")),
        wall(
            "nothing but the command line knows picocli and progress bars",
            noClasses()
                .that()
                .resideOutsideOfPackage("dev.parka.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "me.tongfei..")),
        wall(
            "nothing but the room junit knows JUnit and AssertJ",
            noClasses()
                .that()
                .resideOutsideOfPackage("dev.parka.junit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.assertj..")),
        wall(
            "nothing knows the room junit",
            noClasses()
                .that()
                .resideOutsideOfPackage("dev.parka.junit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.parka.junit..")),
        wall(
            "layers, verification and reports know no facade and no command line",
            noClasses()
                .that()
                .resideInAnyPackage(
                    "dev.parka..oci..",
                    "dev.parka..verify..",
                    "dev.parka.report..",
                    "dev.parka.jdks..",
                    "dev.parka.location..",
                    "dev.parka.registry..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.parka.image..", "dev.parka.cli..")),
        wall(
            "the facade knows no command line",
            noClasses()
                .that()
                .resideInAPackage("dev.parka..image..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.parka.cli..")),
        wall(
            "verification reads layouts and knows not where they came from",
            noClasses()
                .that()
                .resideInAPackage("dev.parka..verify..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.parka.location..", "dev.parka.registry..")),
        wall(
            "rooms have no cycles", slices().matching("dev.parka.(**)").should().beFreeOfCycles()));
  }

  private static Arguments wall(String name, ArchRule rule) {
    return Arguments.of(Named.of(name, rule));
  }

  @ParameterizedTest
  @MethodSource("walls")
  void stands(ArchRule wall) {
    wall.check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("walls")
  void isSeenToFall(ArchRule wall) {
    assertThat(wall.evaluate(BREAKERS).hasViolation()).isTrue();
  }
}
