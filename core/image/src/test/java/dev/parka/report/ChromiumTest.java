package dev.parka.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.parka.verify.compare.ImageContents;
import dev.parka.verify.compare.ImageDiff;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page as a browser shows it. It is put into a frame of a page that measures it with a script;
 * the page itself has none, and its policy allows none.
 */
@Tag("engine")
class ChromiumTest {

  private static final String HOSTILE =
      "x\"><script>parent.attacked=1</script><img src=x onerror=parent.attacked=1>";

  private static final String MEASURE =
      """
      <!DOCTYPE html><meta charset="utf-8"><body>FRAMES<pre id="result"></pre><script>
      onload = () => {
        const all = {};
        for (const f of document.querySelectorAll('iframe')) all[f.width] = measured(f);
        document.getElementById('result').textContent = JSON.stringify(all);
      };
      const measured = f => {
        const w = f.contentWindow, d = w.document, html = d.documentElement;
        const links = [...d.querySelectorAll('.map a')];
        const shown = e => { const r = e.getBoundingClientRect(); return r.width > 0 && r.height > 0; };
        const inside = e => { const map = d.querySelector('.map').getBoundingClientRect(); const r = e.getBoundingClientRect(); return r.left >= map.left - 1
          && r.right <= map.right + 1 && r.top >= map.top - 1 && r.bottom <= map.bottom + 1; };
        const area = () => Math.round(d.querySelector('.d0').getBoundingClientRect().width
          * d.querySelector('.d0').getBoundingClientRect().height);
        links[0].focus();
        const focused = d.activeElement === links[0];
        const before = area();
        d.getElementById('by-disk').click();
        [...d.querySelectorAll('details')].forEach(e => e.open = true);
        return {
          width: html.clientWidth, scrollWidth: html.scrollWidth,
          fields: links.length, shown: links.filter(shown).length, inside: links.filter(inside).length,
          labelled: links.filter(e => e.getAttribute('aria-label')).length,
          dangling: [...d.querySelectorAll('a[href^="#"]')]
            .filter(e => !d.getElementById(e.getAttribute('href').slice(1))).length,
          focused: focused, position: w.getComputedStyle(links[0]).position,
          changed: before !== area(), attacked: window.attacked === 1,
          graphs: [...d.querySelectorAll('.graph')].filter(shown).length,
          foreign: d.querySelectorAll('script,img,link,iframe,object').length};
      };
      </script>
      """;

  private static final String FRAME =
      "<iframe width=\"WIDTH\" height=\"800\" style=\"border:0\" srcdoc=\"PAGE\"></iframe>";

  private static final List<Integer> WIDTHS = List.of(320, 390, 768, 1280);

  private static final Pattern RESULT = Pattern.compile("<pre id=\"result\">([^<]+)</pre>");

  @TempDir private static Path directory;
  private static String page = "";
  private static JsonNode measured = NullNode.getInstance();

  @BeforeAll
  static void look() throws Exception {
    if (chromium().isEmpty()) {
      String reason = "chromium is not installed; apt-get install chromium";
      if (System.getProperty("parka.engines", "optional").equals("required")) {
        throw new AssertionError(reason);
      }
      Assumptions.abort(reason);
    }
    Path image = SmallImage.image(HOSTILE + ".jar", HOSTILE).write(directory.resolve("image"));
    Path earlier = SmallImage.image().write(directory.resolve("earlier"));
    page =
        Report.of(Anatomy.read(image, Optional.empty()).called(HOSTILE, List.of("a", "b", HOSTILE)))
            .against(
                ImageDiff.between(
                    ImageContents.read(earlier, Optional.empty()),
                    ImageContents.read(image, Optional.empty())))
            .toHtml();
    measured = measure(page, WIDTHS);
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 390, 768, 1280})
  void fitsEveryScreen(int width) {
    JsonNode seen = measured.get(String.valueOf(width));

    assertThat(seen.get("width").asInt()).isEqualTo(width);
    assertThat(seen.get("scrollWidth").asInt()).isLessThanOrEqualTo(width);
    assertThat(seen.get("graphs").asInt()).isEqualTo(1);
    assertThat(seen.get("inside").asInt()).isEqualTo(seen.get("fields").asInt());
  }

  @Test
  void worksWithTheKeyboardAndWithoutScripts() {
    JsonNode seen = measured.get("1280");

    assertThat(seen.get("position").asText())
        .as("the style sheet is allowed")
        .isEqualTo("absolute");
    assertThat(seen.get("fields").asInt()).isGreaterThan(15);
    assertThat(seen.get("labelled").asInt()).isEqualTo(seen.get("fields").asInt());
    assertThat(seen.get("focused").asBoolean()).isTrue();
    assertThat(seen.get("dangling").asInt()).isZero();
    assertThat(seen.get("changed").asBoolean()).as("the other measure").isTrue();
  }

  @Test
  void runsNothingOfAnImage() {
    JsonNode seen = measured.get("390");

    assertThat(seen.get("attacked").asBoolean()).isFalse();
    assertThat(seen.get("foreign").asInt()).isZero();
  }

  @Test
  void wouldSeeAnAttack() throws Exception {
    String attack = "<body><script>parent.attacked=1</script>";
    String naked = page.replaceFirst("<meta http-equiv[^>]*>", "").replace("<body>", attack);

    assertThat(isAttacked(naked)).isTrue();
    assertThat(isAttacked(page.replace("<body>", attack))).as("with the policy").isFalse();
  }

  private static boolean isAttacked(String html) throws Exception {
    return measure(html, List.of(390)).get("390").get("attacked").asBoolean();
  }

  private static JsonNode measure(String html, List<Integer> widths) throws Exception {
    String escaped = html.replace("&", "&amp;").replace("\"", "&quot;");
    Path frame = Files.createTempFile(directory, "frame", ".html");
    StringBuilder frames = new StringBuilder();
    widths.forEach(
        width -> frames.append(FRAME.replace("WIDTH", width.toString()).replace("PAGE", escaped)));
    Files.writeString(frame, MEASURE.replace("FRAMES", frames));
    Path out = Files.createTempFile(directory, "dom", ".html");
    Process browser =
        new ProcessBuilder(
                chromium().orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-prefers-reduced-motion",
                "--user-data-dir=" + directory.resolve("profile"),
                "--window-size=1400,900",
                "--dump-dom",
                frame.toUri().toString())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!browser.waitFor(2, TimeUnit.MINUTES)) {
      browser.destroyForcibly();
      throw new AssertionError("chromium does not end");
    }
    String dom = Files.readString(out, StandardCharsets.UTF_8);
    Matcher result = RESULT.matcher(dom);
    assertThat(result.find()).as(dom).isTrue();
    return new JsonMapper().readTree(result.group(1).replace("&lt;", "<").replace("&amp;", "&"));
  }

  private static Optional<Path> chromium() {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, "chromium"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
