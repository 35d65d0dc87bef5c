package dev.parka.report;

import dev.parka.runtime.Printable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * HTML as it is written. What an image says comes in as text or as the value of an attribute, and
 * both are escaped here and nowhere else: there is no way to write them as they are.
 */
final class Markup {

  private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9-]*");

  private final StringBuilder html = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** A section of the page as it is written. */
  @FunctionalInterface
  interface Section {
    void write(Markup to);
  }

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn; one whose value is empty text is left out
   */
  Markup open(String element, String... attributes) {
    tag(element, attributes);
    open.push(element);
    return this;
  }

  /** Closes the element that was opened last. */
  Markup close() {
    html.append("</").append(open.pop()).append(">");
    return this;
  }

  /** The same, and begins a line. */
  Markup end() {
    return close().line();
  }

  /** Begins a line. */
  Markup line() {
    html.append('\n');
    return this;
  }

  /** An element that has no content. */
  Markup empty(String element, String... attributes) {
    tag(element, attributes);
    return this;
  }

  /** An element that holds text. */
  Markup element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** Text. */
  Markup text(String text) {
    html.append(escape(text));
    return this;
  }

  /** A name that may be broken after each of its dots and slashes. */
  Markup name(String text) {
    int from = 0;
    for (int i = 1; i < text.length(); i++) {
      if ("./".indexOf(text.charAt(i - 1)) >= 0) {
        text(text.substring(from, i)).empty("wbr");
        from = i;
      }
    }
    return text(text.substring(from));
  }

  private void tag(String element, String... attributes) {
    html.append('<').append(checked(element));
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i + 1].isEmpty()) {
        html.append(' ').append(checked(attributes[i]));
        html.append("=\"").append(escape(attributes[i + 1])).append('"');
      }
    }
    html.append('>');
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(name + " names no element and no attribute");
    }
    return name;
  }

  /** What HTML would act on becomes a character reference, and what no eye sees an escape. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    String printable = Printable.of(text);
    for (int i = 0; i < printable.length(); i++) {
      char c = printable.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException(open + " are open");
    }
    return html.toString();
  }
}
