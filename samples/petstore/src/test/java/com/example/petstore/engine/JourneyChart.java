package com.example.petstore.engine;

import java.util.List;
import java.util.Locale;

/** A bar chart of sizes, as SVG: two bars a step, what is unpacked and what is sent. */
final class JourneyChart {

  private static final int LEFT = 170;
  private static final int WIDTH = 420;
  private static final int STEP = 44;

  private JourneyChart() {}

  static String svg(List<JourneyRow> rows) {
    long largest = rows.stream().mapToLong(JourneyRow::disk).max().orElse(1);
    int height = rows.size() * STEP + 34;
    StringBuilder svg = new StringBuilder();
    line(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
            + " font-family=\"sans-serif\" font-size=\"13\">",
        LEFT + WIDTH + 100,
        height,
        LEFT + WIDTH + 100);
    line(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
    for (int i = 0; i < rows.size(); i++) {
      JourneyRow row = rows.get(i);
      int top = i * STEP + 8;
      line(
          svg,
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#222222\">%s</text>",
          LEFT - 10,
          top + 20,
          row.title());
      bar(svg, top, row.disk(), largest, "#8fa8bf");
      bar(svg, top + 17, row.wire(), largest, "#d9822b");
    }
    legend(svg, LEFT, height - 18, "#8fa8bf", "on disk");
    legend(svg, LEFT + 120, height - 18, "#d9822b", "on the wire (gzip)");
    return svg.append("</svg>\n").toString();
  }

  private static void bar(StringBuilder svg, int top, long bytes, long largest, String color) {
    double length = Math.max(1, WIDTH * (double) bytes / largest);
    line(
        svg,
        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"15\" fill=\"%s\"/>",
        LEFT,
        top,
        length,
        color);
    line(
        svg,
        "<text x=\"%.1f\" y=\"%d\" font-size=\"11\" fill=\"#222222\">%.1f MB</text>",
        LEFT + length + 6,
        top + 12,
        bytes / 1e6);
  }

  private static void legend(StringBuilder svg, int left, int top, String color, String text) {
    line(svg, "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>", left, top, color);
    line(svg, "<text x=\"%d\" y=\"%d\" fill=\"#222222\">%s</text>", left + 18, top + 11, text);
  }

  private static void line(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
