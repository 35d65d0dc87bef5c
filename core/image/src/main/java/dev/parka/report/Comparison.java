package dev.parka.report;

import dev.parka.runtime.cache.ByteSize;
import dev.parka.verify.compare.ImageContents;
import dev.parka.verify.compare.ImageDiff;
import java.nio.file.Path;

/**
 * How two images differ, as a page that needs no network; whoever built them, and with nothing else
 * looked at.
 *
 * @param before what the first one is called
 * @param after what the second one is called
 * @param diff how they differ
 */
public record Comparison(String before, String after, ImageDiff diff) {

  /** As one HTML file, which loads nothing and runs nothing. */
  public String toHtml() {
    Markup body = new Markup();
    body.open("header");
    body.element("p", "Parka comparison", "class", "brand").line();
    body.element("h1", before + " → " + after).line();
    body.open("p", "class", "verdict");
    body.element("b", verdict(), "class", diff.isEquivalent() ? "badge well" : "badge open").end();
    body.open("dl", "class", "figures");
    figures(body, before, diff.before());
    figures(body, after, diff.after());
    body.end();
    body.end();
    body.open("main").line();
    new ChangeSection(diff).write(body);
    body.end();
    return Page.of(before + " and " + after + ", Parka comparison", "", body.toString());
  }

  private String verdict() {
    if (diff.isSame()) {
      return "the same";
    }
    return diff.isEquivalent()
        ? "equivalent"
        : Overview.count(diff.semantic().size(), "difference");
  }

  private static void figures(Markup to, String name, ImageContents image) {
    String digest = image.manifest().toString();
    Overview.figure(
        to,
        name,
        ByteSize.show(image.storedSize()),
        ByteSize.show(image.unpackedSize()) + " unpacked, " + digest);
  }

  /**
   * Writes the page; a file that is there is replaced.
   *
   * @throws dev.parka.runtime.ParkaException [CannotWrite]
   */
  public void write(Path file) {
    Page.write(toHtml(), file);
  }
}
