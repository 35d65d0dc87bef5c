package dev.parka.runtime.lean;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text in one native file: what native code looks up in the virtual machine, it looks up by
 * constants that end with a zero byte.
 */
final class NativeNames {

  /** Longer text is no name of a class or method, and no descriptor. */
  private static final int LONGEST = 400;

  /** Sorted at the end and at once: there are hundreds of thousands, most of them by chance. */
  private final List<String> reversed = new ArrayList<>();

  private final Set<String> paths = new TreeSet<>();

  private NativeNames() {}

  static NativeNames of(Path file) throws IOException {
    return of(Files.readAllBytes(file));
  }

  static NativeNames of(byte[] bytes) {
    NativeNames names = new NativeNames();
    int begin = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        if (i > begin && i - begin <= LONGEST) {
          names.add(new String(bytes, begin, i - begin, StandardCharsets.US_ASCII));
        }
        begin = i + 1;
      } else if (bytes[i] <= ' ' || bytes[i] == 0x7f) {
        begin = i + 1;
      }
    }
    Collections.sort(names.reversed);
    return names;
  }

  private void add(String text) {
    reversed.add(new StringBuilder(text).reverse().toString());
    if (text.indexOf('/') > 0) {
      paths.add(text);
    }
  }

  /** The texts that have a slash in them, as internal names of classes and descriptors have. */
  Set<String> paths() {
    return paths;
  }

  /**
   * Whether it has this text, or one that ends with it: linkers let a short constant be the end of
   * a longer one.
   */
  boolean has(String text) {
    String turned = new StringBuilder(text).reverse().toString();
    int found = Collections.binarySearch(reversed, turned);
    int next = found >= 0 ? found : -found - 1;
    return next < reversed.size() && reversed.get(next).startsWith(turned);
  }
}
