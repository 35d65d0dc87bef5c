package dev.parka.junit;

import dev.parka.image.BuiltImage;
import dev.parka.oci.Layer;
import dev.parka.plan.ImageConfig;
import dev.parka.runtime.cache.ByteSize;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.ImageLabel;
import dev.parka.verify.Finding;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.boot.BootPlan;
import dev.parka.verify.compare.ImageContents;
import dev.parka.verify.compare.ImageDiff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about an image that was built. */
public final class BuiltImageAssert extends AbstractAssert<BuiltImageAssert, BuiltImage> {

  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "ash", "dash", "busybox", "ksh", "zsh", "fish", "csh", "tcsh");
  private static final Set<String> PROGRAM_DIRECTORIES =
      Set.of("/bin", "/sbin", "/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin");

  private @Nullable ImageContents contents;

  BuiltImageAssert(BuiltImage actual) {
    super(actual, BuiltImageAssert.class);
  }

  /** Its run-time image has these modules, and may have more. */
  public BuiltImageAssert hasModules(String... names) {
    isNotNull();
    SortedSet<String> missing = new TreeSet<>(Arrays.asList(names));
    missing.removeAll(modules());
    if (!missing.isEmpty()) {
      failWithMessage(
          "expected the modules %s, and the image lacks %s%nit has %s%nadd them with addModules",
          new TreeSet<>(Arrays.asList(names)), missing, modules());
    }
    return this;
  }

  /** Its run-time image has these modules and no other. */
  public BuiltImageAssert hasModulesExactly(String... names) {
    isNotNull();
    SortedSet<String> expected = new TreeSet<>(Arrays.asList(names));
    SortedSet<String> missing = new TreeSet<>(expected);
    missing.removeAll(modules());
    SortedSet<String> more = new TreeSet<>(modules());
    more.removeAll(expected);
    if (!missing.isEmpty() || !more.isEmpty()) {
      failWithMessage(
          "expected the modules %s, found %s%nnot there: %s%nnot expected: %s%s",
          expected, modules(), missing, more, reasons(more));
    }
    return this;
  }

  /** Its run-time image has none of these modules. */
  public BuiltImageAssert doesNotHaveModule(String... names) {
    isNotNull();
    SortedSet<String> there = new TreeSet<>(Arrays.asList(names));
    there.retainAll(modules());
    if (!there.isEmpty()) {
      failWithMessage(
          "expected none of the modules %s, found %s%s",
          new TreeSet<>(Arrays.asList(names)), there, reasons(there));
    }
    return this;
  }

  private SortedSet<String> modules() {
    SortedSet<String> modules = new TreeSet<>();
    actual.modules().forEach(module -> modules.add(module.toString()));
    return modules;
  }

  private String reasons(Set<String> modules) {
    StringBuilder text = new StringBuilder();
    for (String module : modules) {
      String reason =
          actual
              .plan()
              .runtime()
              .modules()
              .reasons()
              .getOrDefault(new ModuleName(module), List.of())
              .stream()
              .findFirst()
              .map(Object::toString)
              .orElse("another module requires it");
      text.append("\n  ").append(module).append(": ").append(reason);
    }
    return text.toString();
  }

  /**
   * Building it again gives the same bytes: it is built once more from another directory, as {@link
   * BuiltImage#buildAgain} says. Takes as long as a build that remembers nothing, and leaves alone
   * whatever tests beside it can see. Time zones and languages are varied by {@code parka-cli build
   * --verify-reproducible}, which has a process of its own.
   */
  public BuiltImageAssert isReproducible() {
    isNotNull();
    try (BuiltImage again = actual.buildAgain()) {
      if (!again.digest().equals(actual.digest())) {
        ImageDiff diff = ImageDiff.between(contents(), read(again));
        failWithMessage(
            "expected the image to be the same when it is built again, and it differs:%n%s",
            diff.render(true));
      }
    }
    return this;
  }

  /** All its layers as stored, which is what a registry sends, have fewer bytes than this. */
  public BuiltImageAssert isSmallerThan(String size) {
    isNotNull();
    return requireLess("stored", actual.image().storedSize(), size);
  }

  /** All files of all its layers have fewer bytes than this. */
  public BuiltImageAssert unpacksToLessThan(String size) {
    isNotNull();
    return requireLess("unpacked", actual.image().unpackedSize(), size);
  }

  private BuiltImageAssert requireLess(String how, long bytes, String size) {
    long limit =
        ByteSize.parse(size)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'" + size + "' is no number of bytes such as 20 MB, 1.5 GB or 512 KiB"));
    if (bytes >= limit) {
      StringBuilder layers = new StringBuilder();
      for (Layer layer : actual.image().layers()) {
        long part = how.equals("stored") ? layer.descriptor().size() : layer.unpackedSize();
        layers.append("\n  ").append(layer.kind()).append(": ").append(ByteSize.show(part));
      }
      failWithMessage(
          "expected less than %s %s, found %s (%s bytes):%s",
          ByteSize.show(limit), how, ByteSize.show(bytes), bytes, layers);
    }
    return this;
  }

  /** It runs as a numeric user other than root. */
  public BuiltImageAssert runsAsNonRoot() {
    isNotNull();
    if (actual.plan().user().isRoot()) {
      failWithMessage(
          "expected a user other than root, found %s%nname one with user", actual.plan().user());
    }
    return this;
  }

  /** Verification finds nothing that makes it one not to trust; it is not started. */
  public BuiltImageAssert verifies() {
    isNotNull();
    VerificationReport report = actual.verifyWithoutBoot();
    return require(report.errors(), report);
  }

  /** Verification finds nothing that makes it one not to trust, and it starts. */
  public BuiltImageAssert verifies(BootPlan boot) {
    isNotNull();
    VerificationReport report = actual.verify(boot);
    return require(report.errors(), report);
  }

  /** Verification finds nothing at all, no warning either; it is not started. */
  public BuiltImageAssert hasNoFindings() {
    isNotNull();
    VerificationReport report = actual.verifyWithoutBoot();
    return require(report.findings(), report);
  }

  private BuiltImageAssert require(List<Finding> none, VerificationReport report) {
    if (!none.isEmpty()) {
      failWithMessage("expected no finding, found %s:%n%s", none.size(), report.renderVerdict());
    }
    return this;
  }

  /** No directory of programs has a shell. */
  public BuiltImageAssert hasNoShell() {
    isNotNull();
    List<String> shells =
        contents().files().keySet().stream()
            .filter(path -> SHELLS.contains(path.fileName()))
            .filter(
                path ->
                    PROGRAM_DIRECTORIES.contains(path.parent().map(ImagePath::value).orElse("")))
            .map(ImagePath::value)
            .toList();
    if (!shells.isEmpty()) {
      failWithMessage("expected no shell, found %s%ntake another base image", shells);
    }
    return this;
  }

  /** It has a file, directory or link at this path. */
  public BuiltImageAssert hasFile(String path) {
    isNotNull();
    if (!contents().files().containsKey(new ImagePath(path))) {
      failWithMessage(
          "expected a file %s, and there is none%nbeside it is: %s", path, beside(path));
    }
    return this;
  }

  /** It has nothing at this path. */
  public BuiltImageAssert doesNotHaveFile(String path) {
    isNotNull();
    if (contents().files().containsKey(new ImagePath(path))) {
      failWithMessage("expected no file %s, and there is one", path);
    }
    return this;
  }

  private List<String> beside(String path) {
    Optional<ImagePath> directory = new ImagePath(path).parent();
    return contents().files().keySet().stream()
        .filter(other -> other.parent().equals(directory))
        .map(ImagePath::value)
        .toList();
  }

  /** It has a label with this value. */
  public BuiltImageAssert hasLabel(String key, String value) {
    isNotNull();
    if (!config().labels().contains(new ImageLabel(key, value))) {
      failWithMessage("expected the label %s=%s, found %s", key, value, config().labels());
    }
    return this;
  }

  /** Its entrypoint is this command, flags of the JVM among it. */
  public BuiltImageAssert hasEntrypoint(String... command) {
    isNotNull();
    List<String> found = config().process().entrypoint();
    if (!found.equals(Arrays.asList(command))) {
      failWithMessage("expected the entrypoint %s, found %s", Arrays.asList(command), found);
    }
    return this;
  }

  /** It says that it listens to this TCP port. */
  public BuiltImageAssert exposes(int port) {
    isNotNull();
    if (config().ports().stream().noneMatch(found -> found.number() == port)) {
      failWithMessage("expected the port %s, found %s%nname it with ports", port, config().ports());
    }
    return this;
  }

  private ImageConfig config() {
    return actual.plan().config();
  }

  private ImageContents contents() {
    ImageContents known = contents;
    if (known == null) {
      known = read(actual);
      contents = known;
    }
    return known;
  }

  private static ImageContents read(BuiltImage image) {
    try {
      return ImageContents.read(image.image().layout(), Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
