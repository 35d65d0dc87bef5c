package dev.parka.report;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.cache.Sha256;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.tree.WholeFile;
import dev.parka.verify.VerificationReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A report as one HTML file, which loads nothing and runs nothing. */
final class Page {

  private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z]+)\\}\\}");

  private final Report report;

  Page(Report report) {
    this.report = report;
  }

  String render() {
    Anatomy image = report.image();
    List<Cell> cells = Cell.of(image);
    WeightSection weight = new WeightSection(cells, image.storedSize(), image.unpackedSize());
    ModuleSection modules = modules();
    return of(
        image.name() + ", Parka report", weight.style() + modules.style(), body(weight, modules));
  }

  /** A page with styles beside those that all have. */
  static String of(String title, String more, String body) {
    String style = resource("report.css") + more;
    return fill(
        resource("report.html"),
        Map.of(
            "policy",
            policy(style),
            "title",
            new Markup().text(title).toString(),
            "style",
            style,
            "body",
            body));
  }

  /**
   * Writes a page; a file that is there is replaced.
   *
   * @throws ParkaException [CannotWrite]
   */
  static void write(String page, Path file) {
    try {
      WholeFile.write(file, page);
    } catch (IOException e) {
      throw new ParkaException(
          RuntimeProblem.CANNOT_WRITE,
          file + " cannot be written: " + e.getMessage(),
          "name a file in a directory that is there and can be written to",
          e);
    }
  }

  /** Each name once, and in what stands there then no more: it may be an image's own words. */
  private static String fill(String template, Map<String, String> parts) {
    return HOLE.matcher(template)
        .replaceAll(hole -> Matcher.quoteReplacement(parts.getOrDefault(hole.group(1), "")));
  }

  private String body(WeightSection weight, ModuleSection modules) {
    Optional<VerificationReport> verification = report.verification();
    Optional<BuildFacts> build = report.build();
    List<Markup.Section> sections = new ArrayList<>();
    sections.add(weight);
    sections.add(modules);
    sections.add(new LayerSection(report.image()));
    sections.add(
        new FindingSection(verification, build.map(BuildFacts::warnings).orElse(List.of())));
    sections.add(
        new ProofSection(report.image().manifest(), build, verification, report.comparison()));
    sections.add(
        new StartSection(
            verification.flatMap(VerificationReport::boot), build.flatMap(BuildFacts::archive)));
    report.comparison().ifPresent(diff -> sections.add(new ChangeSection(diff)));
    build.ifPresent(facts -> sections.add(new LeftOutSection(facts.saved())));
    Markup body = new Markup();
    new Overview(report).write(body);
    body.open("nav", "aria-label", "Sections").open("ul");
    link(body, "weight", "Weight");
    link(body, "modules", "Modules");
    link(body, "layers", "Layers");
    link(body, "findings", "Findings");
    link(body, "proof", "Reproducibility");
    link(body, "start", "Start-up");
    report.comparison().ifPresent(diff -> link(body, "changes", "Changes"));
    body.close().end();
    body.open("main").line();
    sections.forEach(section -> section.write(body));
    body.end();
    return body.toString();
  }

  private static void link(Markup to, String id, String text) {
    to.open("li").element("a", text, "href", "#" + id).close();
  }

  private ModuleSection modules() {
    Map<String, Weight> sizes = new HashMap<>();
    for (Anatomy.WeighedLayer layer : report.image().layers()) {
      for (Weight part : layer.weight().parts()) {
        if (part.kind() == Weight.Kind.MODULE) {
          sizes.put(part.name(), part);
        }
      }
    }
    SortedMap<ModuleName, List<Reason>> none = new TreeMap<>();
    return new ModuleSection(
        report.image().modules(),
        sizes,
        report.build().map(facts -> facts.modules().reasons()),
        report.build().map(facts -> facts.modules().leftOut()).orElse(none));
  }

  /** Nothing may be loaded or run; the one style sheet is known by its digest. */
  private static String policy(String style) {
    byte[] digest = Sha256.begin().digest(style.getBytes(StandardCharsets.UTF_8));
    return "default-src 'none'; style-src 'sha256-"
        + Base64.getEncoder().encodeToString(digest)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
