package dev.parka.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.image.BuiltImage;
import dev.parka.image.ImageIndex;
import dev.parka.verify.VerificationReport;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Saves what was built unless something speaks against it, and prints what it is.
 *
 * @param out where to print
 * @param format how
 * @param reports what was found in each image, where that was wanted
 */
record BuildPrinter(
    PrintWriter out, OutputFormat format, Map<BuiltImage, VerificationReport> reports) {

  /** Whether nothing was found that makes an image one not to trust. */
  boolean isGood() {
    return reports.values().stream().allMatch(VerificationReport::isGood);
  }

  void print(BuiltImage image, Supplier<String> save) {
    String done = done(save);
    if (format == OutputFormat.JSON) {
      out.println(Json.text(json(image)));
    } else {
      text(image);
      out.println("\n" + done);
    }
    out.flush();
  }

  void print(ImageIndex index, Supplier<String> save) {
    String done = done(save);
    if (format == OutputFormat.JSON) {
      ObjectNode node = Json.object();
      node.put("digest", index.digest().toString());
      ArrayNode images = node.putArray("images");
      index.images().forEach(image -> images.add(json(image)));
      out.println(Json.text(node));
    } else {
      for (BuiltImage image : index.images()) {
        text(image);
        out.println();
      }
      out.println("index of " + index.images().size() + " images");
      out.println(index.digest());
      out.println("\n" + done);
    }
    out.flush();
  }

  private String done(Supplier<String> save) {
    return isGood() ? save.get() : "not saved: see the findings above";
  }

  private ObjectNode json(BuiltImage image) {
    return Json.image(image, Optional.ofNullable(reports.get(image)));
  }

  private void text(BuiltImage image) {
    out.print(image.report());
    Optional.ofNullable(reports.get(image)).ifPresent(r -> out.print("\n" + r.renderVerdict()));
  }
}
