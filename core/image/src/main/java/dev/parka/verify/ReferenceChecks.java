package dev.parka.verify;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.complete.Completeness;
import dev.parka.runtime.complete.Unresolved;
import dev.parka.runtime.jdk.InstalledJdks;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.jdk.JdkFiles;
import dev.parka.runtime.jdk.ReleaseFile;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.verify.ClassPathChecks.Application;
import dev.parka.verify.ModuleChecks.LinkedRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what code that can run refers to is there: each class of the JDK in this very {@code
 * lib/modules}, each field and method in the class that has to have it. A whole JDK of the image's
 * version tells what is a class of the JDK at all: without one, nothing is asked.
 */
final class ReferenceChecks {

  private static final int MOST = 50;

  private ReferenceChecks() {}

  /** Looks; answers why it did not, if so. */
  static Optional<String> run(
      LinkedRuntime runtime, Application application, Path scratch, Findings findings)
      throws IOException {
    if (application.jars().isEmpty()) {
      return Optional.of("references were not looked up: the class path is not known");
    }
    Optional<Integer> version = version(runtime.home());
    Optional<Jdk> jdk = version.flatMap(ReferenceChecks::jdk);
    if (jdk.isEmpty()) {
      return Optional.of(
          "references were not looked up: this machine has no JDK "
              + version.map(String::valueOf).orElse("of the image's version"));
    }
    InferenceRequest request =
        new InferenceRequest(
            jdk.get(),
            ClassPath.of(named(application, scratch)).sources(),
            application.mainClass().map(ClassName::new),
            InferenceRequest.Wishes.NONE);
    Jdk image =
        new Jdk(
            runtime.home(),
            jdk.get().version(),
            jdk.get().vendor(),
            jdk.get().architecture(),
            jdk.get().libc());
    try (JdkFiles files = JdkFiles.open(image)) {
      Completeness found =
          Completeness.of(request, (module, type) -> files.has(module.value(), type + ".class"));
      found.unresolved().stream()
          .filter(one -> one.runs() && one.kind() != Unresolved.Kind.CLASS)
          .limit(MOST)
          .forEach(one -> findings.add(finding(one, files)));
      findings.ran(Check.REFERENCES);
      return Optional.empty();
    } catch (ParkaException e) {
      return Optional.of("references were not looked up: " + e.problems().get(0).fact());
    }
  }

  private static Finding finding(Unresolved one, JdkFiles files) {
    String module = one.module().map(Object::toString).orElse("");
    String actual =
        one.kind() == Unresolved.Kind.MEMBER
            ? "no such member"
            : files.hasModule(module) ? module + " without that class" : "no module " + module;
    return new Finding(
        VerifyProblem.UNRESOLVED_REFERENCE,
        one.jar() + "!" + one.user(),
        one.used() + (one.member().isEmpty() ? "" : "." + one.member()),
        actual);
  }

  private static Optional<Integer> version(Path home) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release)) {
      return Optional.empty();
    }
    String version = ReleaseFile.read(release).getOrDefault("JAVA_VERSION", "");
    try {
      return Optional.of(Runtime.Version.parse(version).feature());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Jdk> jdk(int feature) {
    if (Runtime.version().feature() == feature) {
      try {
        return Optional.of(Jdk.running());
      } catch (ParkaException e) {
        // What runs this is no whole JDK; another one may be.
      }
    }
    return InstalledJdks.ofThisMachine().first(jdk -> jdk.featureVersion() == feature);
  }

  /** Jars under their own names, which messages have. */
  private static List<Path> named(Application application, Path scratch) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Map.Entry<String, Path> jar : application.jars().entrySet()) {
      Path place = Files.createDirectory(scratch.resolve("jar-" + jars.size()));
      String path = jar.getKey();
      jars.add(
          Files.createLink(
              place.resolve(path.substring(path.lastIndexOf('/') + 1)), jar.getValue()));
    }
    return jars;
  }
}
