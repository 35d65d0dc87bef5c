package dev.parka.processor;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The classes that a class file may mean, by internal name such as {@code q/Q}: those that its
 * constant pool (JVMS 4.4) names, those in its descriptors and signatures, and text that has the
 * shape of a class name. Too many names do no harm: they are looked up, and most are nowhere. Types
 * of annotations that only compilers see are no names: they are on every class path of a compiler.
 */
final class ReferencedNames {

  private static final int MAGIC = 0xCAFEBABE;
  private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([^;<>:()\\[.]+)[;<]");
  private static final Pattern DOTTED =
      Pattern.compile("\\p{javaJavaIdentifierStart}[\\p{javaJavaIdentifierPart}.]*");

  private final Map<Integer, String> texts = new HashMap<>();
  private final Set<Integer> classes = new HashSet<>();

  private ReferencedNames() {}

  /** Reads a class file; what is damaged is read as far as it goes. */
  static SortedSet<String> of(byte[] classFile) {
    ReferencedNames names = new ReferencedNames();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
      names.readPool(in);
    } catch (IOException e) {
      // The inference reads the same file and says what is wrong with it.
    }
    // Few classes have any, and only these are read once more.
    if (names.texts.containsValue(CompileTimeAnnotations.ATTRIBUTE)) {
      names.texts.values().removeAll(CompileTimeAnnotations.of(classFile));
    }
    return names.all();
  }

  private void readPool(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      return;
    }
    in.readInt();
    int size = in.readUnsignedShort();
    for (int index = 1; index < size; index++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(index, in.readUTF());
        case 7 -> classes.add(in.readUnsignedShort());
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.readInt();
        case 5, 6 -> {
          in.readLong();
          index++;
        }
        case 8, 16, 19, 20 -> in.readUnsignedShort();
        case 15 -> {
          in.readUnsignedByte();
          in.readUnsignedShort();
        }
        default -> throw new IOException("unknown constant " + tag);
      }
    }
  }

  private SortedSet<String> all() {
    SortedSet<String> names = new TreeSet<>();
    texts.forEach(
        (index, text) -> {
          if (classes.contains(index) && !text.startsWith("[")) {
            names.add(text);
          } else if (text.indexOf('.') > 0 && DOTTED.matcher(text).matches()) {
            names.add(text.replace('.', '/'));
          } else {
            Matcher matcher = IN_DESCRIPTOR.matcher(text);
            while (matcher.find()) {
              names.add(matcher.group(1));
            }
          }
        });
    return names;
  }
}
