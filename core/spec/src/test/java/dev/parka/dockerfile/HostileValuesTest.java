package dev.parka.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.plan.ImageConfig;
import dev.parka.plan.ImagePlan;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.TestDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Any value in any attribute: the file reads back to exactly the plan's values, or the value is
 * refused. None adds an instruction. FAULTS 1 to 20.
 */
class HostileValuesTest {

  static final int VALUES = 10_000;
  static final long SEED = 20_261_124;

  private static final String[] PIECES = {
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\0",
    "\u001b[2J",
    "\u0085",
    "\u2028",
    "\u202e",
    "\ufeff",
    "\ud800",
    "\"",
    "'",
    "`",
    "\\",
    "\\\\",
    "\\n",
    "$",
    "${x:-y}",
    "$(id)",
    "%s",
    "#",
    "# escape=`",
    "# syntax=x",
    "<<EOF",
    "EOF",
    "&&",
    "; rm -rf /",
    "|",
    ">",
    " ",
    "  ",
    "--from=",
    "--chown=0:0",
    "[",
    "]",
    ",",
    "{",
    "}",
    "*",
    "?",
    "~",
    "..",
    "/",
    "/etc/passwd",
    ":",
    "@",
    "=",
    "-",
    "a",
    "0",
    "é",
    "🧥",
    "RUN id",
    "\nRUN id\n",
    "\nFROM scratch\n",
    "FROM a AS runtime",
    " AS runtime",
    "null",
    "65532:65532",
    "0",
    "-1",
    "SIGTERM",
    "x".repeat(70_000),
    "latest",
    "java.base",
    "-XX:+UseZGC",
  };

  static final List<String> ATTRIBUTES =
      List.of(
          "name",
          "tag",
          "base",
          "addModules",
          "jvmFlags",
          "arguments",
          "env",
          "envName",
          "labels",
          "labelKey",
          "volumes",
          "user",
          "workingDirectory",
          "stopSignal",
          "healthCheck",
          "locales",
          "mainClass",
          "jar",
          "libraries",
          "nestedClasses",
          "nestedLibraries",
          "module",
          "file",
          "toolJar",
          "jdkImage",
          "buildImage");

  private static final BuildContext CONTEXT = context("tag", "1").orElseThrow();

  @Test
  void readsBackOrIsRefused() {
    ParsedDockerfile plain =
        ParsedDockerfile.of(render(plan(descriptor("tag", "1")).orElseThrow(), CONTEXT));
    Random random = new Random(SEED);
    int read = 0;
    for (int i = 0; i < VALUES; i++) {
      String attribute = ATTRIBUTES.get(i % ATTRIBUTES.size());
      String value = value(random);
      Optional<ImagePlan> plan = plan(descriptor(attribute, value));
      Optional<BuildContext> context = plan.flatMap(any -> context(attribute, value));
      if (context.isPresent()) {
        assertReadsBack(plan.get(), context.get(), plain, attribute + " " + value);
        read++;
      }
    }
    assertThat(read).as("values that are not refused").isGreaterThan(VALUES / 20);
  }

  private void assertReadsBack(
      ImagePlan plan, BuildContext context, ParsedDockerfile plain, String what) {
    String text = render(plan, context);
    assertThat(text).as(what).startsWith(Dockerfile.BEGIN);
    ParsedDockerfile parsed = ParsedDockerfile.of(text);
    ImageConfig config = plan.config();
    assertThat(parsed.all("ENV"))
        .as(what)
        .extracting(e -> e.key() + "=" + e.value())
        .containsExactlyElementsOf(
            config.environment().stream().map(e -> e.name() + "=" + e.value()).toList());
    assertThat(parsed.all("LABEL"))
        .as(what)
        .extracting(e -> e.key() + "=" + e.value())
        .containsExactlyElementsOf(
            config.labels().stream().map(l -> l.key() + "=" + l.value()).toList());
    assertThat(parsed.all("ENTRYPOINT"))
        .as(what)
        .extracting(ParsedDockerfile.Parsed::execForm)
        .containsExactly(config.process().entrypoint());
    assertThat(parsed.all("CMD"))
        .as(what)
        .extracting(ParsedDockerfile.Parsed::execForm)
        .containsExactlyElementsOf(
            config.process().arguments().isEmpty()
                ? List.of()
                : List.of(config.process().arguments()));
    assertThat(parsed.all("VOLUME"))
        .as(what)
        .flatExtracting(ParsedDockerfile.Parsed::execForm)
        .containsExactlyElementsOf(config.volumes().stream().map(ImagePath::value).toList());
    assertThat(parsed.all("HEALTHCHECK"))
        .as(what)
        .extracting(ParsedDockerfile.Parsed::execForm)
        .containsExactlyElementsOf(
            config.process().supervision().healthProbe().stream().map(p -> p.command()).toList());
    for (String keyword : List.of("FROM", "USER", "WORKDIR", "STOPSIGNAL", "COPY")) {
      assertThat(parsed.all(keyword))
          .as(what)
          .hasSize(size(plain, plan, keyword) - tools(keyword, what));
    }
    assertThat(parsed.all("WORKDIR").get(1).rest())
        .isEqualTo(config.process().workingDirectory().value());
    assertThat(parsed.all("RUN")).as(what).noneMatch(run -> run.rest().startsWith("id"));
  }

  static String value(Random random) {
    StringBuilder value = new StringBuilder();
    for (int pieces = 1 + random.nextInt(4); pieces > 0; pieces--) {
      value.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return value.toString();
  }

  static ImageDescriptor descriptor(String attribute, String value) {
    TestDescriptor bare = TestDescriptor.bare().with("name", "petstore");
    TestDescriptor described =
        switch (attribute) {
          case "addModules", "jvmFlags", "arguments", "volumes", "locales" ->
              bare.with(attribute, List.of(value));
          case "env" -> bare.with("env", List.of(Map.entry("A", value)));
          case "envName" -> bare.with("env", List.of(Map.entry(value, "a")));
          case "labels" -> bare.with("labels", List.of(Map.entry("a", value)));
          case "labelKey" -> bare.with("labels", List.of(Map.entry(value, "a")));
          case "healthCheck" ->
              bare.with(
                  "healthCheck",
                  new ImageDescriptor.HealthProbe(
                      List.of("/opt/java/bin/java", value), 5, 2, 1, 2));
          default -> bare.with(attribute, value);
        };
    return described.build();
  }

  static Optional<ImagePlan> plan(ImageDescriptor descriptor) {
    try {
      return Optional.of(ImagePlan.of(ImageSpec.from(descriptor), modules(), 25));
    } catch (ParkaException e) {
      return Optional.empty();
    }
  }

  /** A volume is copied, and a base brings what is copied otherwise. */
  private static int size(ParsedDockerfile plain, ImagePlan plan, String keyword) {
    int more = plan.config().volumes().size() - (plan.isFromScratch() ? 0 : 1);
    return plain.all(keyword).size() + (keyword.equals("COPY") ? more : 0);
  }

  /** Two stages have the tool, but for those that take a jar apart themselves. */
  private static int tools(String keyword, String what) {
    return keyword.equals("COPY") && what.startsWith("nested") ? 2 : 0;
  }

  /** The Dockerfile with this value somewhere, unless the value is refused. */
  static Optional<Dockerfile> dockerfile(String attribute, String value) {
    return plan(descriptor(attribute, value))
        .flatMap(
            plan -> context(attribute, value).map(context -> PlannedDockerfile.of(plan, context)));
  }

  private static String render(ImagePlan plan, BuildContext context) {
    return PlannedDockerfile.of(plan, context).render();
  }

  private static Optional<BuildContext> context(String attribute, String value) {
    try {
      boolean isModule = attribute.equals("module");
      String module = isModule ? value : "apps/web";
      return Optional.of(
          new BuildContext(
              ImageReference.parse(attribute.equals("jdkImage") ? value : "eclipse-temurin:25-jdk"),
              new PackagedJars(
                  attribute.equals("jar") ? value : "apps/web/target/app.jar",
                  Optional.of(
                      attribute.equals("libraries") ? "apps/web/" + value : module + "/target/lib"),
                  nested(attribute, value)),
              Optional.of(
                  new ProjectBuild(
                      BuildTool.MAVEN,
                      ImageReference.parse(attribute.equals("buildImage") ? value : "maven:3"),
                      Optional.of(module),
                      new ProjectFiles(
                          new TreeSet<>(
                              List.of(
                                  BuildContext.relative(
                                      attribute.equals("file") ? value : "pom.xml")))),
                      false)),
              Optional.of(
                      new ToolJar(
                          attribute.equals("toolJar") ? value : "tools/parka-cli.jar",
                          new Digest("1".repeat(64))))
                  // Which makes nothing of the folders.
                  .filter(tool -> !attribute.startsWith("nested")),
              true));
    } catch (ParkaException e) {
      return Optional.empty();
    }
  }

  private static Optional<NestedFolders> nested(String attribute, String value) {
    return attribute.startsWith("nested")
        ? Optional.of(
            attribute.equals("nestedClasses")
                ? new NestedFolders(value, "BOOT-INF/lib")
                : new NestedFolders("BOOT-INF/classes", value))
        : Optional.empty();
  }

  private static RootModules modules() {
    return new RootModules(
        new TreeMap<>(Map.of(ModuleName.JAVA_BASE, List.of(new Reason("needed")))), List.of());
  }
}
