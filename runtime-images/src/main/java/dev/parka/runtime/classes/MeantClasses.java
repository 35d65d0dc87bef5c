package dev.parka.runtime.classes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The classes that class files may mean, by internal name such as {@code q/Q}: those that their
 * constant pools (JVMS 4.4) name, those in descriptors and signatures, and text that has the shape
 * of a class name. Too many names do no harm: they are looked up, and most are nowhere. What one
 * file has said is not looked at again in others. Not for several threads.
 */
public final class MeantClasses {

  private static final long MAGIC = 0xCAFEBABEL;

  /** Most class files name the file that they were compiled from. */
  private static final String SOURCE = ".java";

  private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([^;<>:()\\[.]+)[;<]");
  private static final Pattern DOTTED =
      Pattern.compile("\\p{javaJavaIdentifierStart}[\\p{javaJavaIdentifierPart}.]*");

  private final String attribute;
  private final Function<byte[], Set<String>> ignored;
  private final NameTable names = new NameTable();
  private final Set<String> classes = new HashSet<>();
  private final Set<String> texts = new HashSet<>();

  /**
   * Begins with no file.
   *
   * @param attribute files with an attribute of this name say something that does not count
   * @param ignored the descriptors in such a file that do not count
   */
  public MeantClasses(String attribute, Function<byte[], Set<String>> ignored) {
    this.attribute = attribute;
    this.ignored = ignored;
  }

  /**
   * What a file means, less what a file before it has said in the same words; nothing if its
   * constant pool is damaged.
   */
  public List<String> read(byte[] file) {
    try {
      ClassBytes bytes = new ClassBytes(file);
      if (bytes.u4() != MAGIC) {
        return List.of();
      }
      bytes.skip(4);
      return read(file, ConstantPool.read(bytes, names));
    } catch (BadClassFileException e) {
      // Whoever looks for modules reads the same file and says what is wrong with it.
      return List.of();
    }
  }

  private List<String> read(byte[] file, ConstantPool pool) throws BadClassFileException {
    BitSet named = new BitSet(pool.size());
    for (int index = 1; index < pool.size(); index++) {
      if (pool.tag(index) == ConstantPool.CLASS) {
        named.set(pool.first(index, ConstantPool.CLASS));
      }
    }
    List<String> found = new ArrayList<>();
    List<String> fresh = new ArrayList<>();
    boolean hasAttribute = false;
    for (int index = 1; index < pool.size(); index++) {
      if (pool.tag(index) == ConstantPool.UTF8) {
        String text = pool.utf8(index);
        if (named.get(index) && !text.startsWith("[")) {
          if (classes.add(text)) {
            found.add(text);
          }
        } else if (texts.add(text)) {
          fresh.add(text);
        }
        hasAttribute |= text.equals(attribute);
      }
    }
    if (hasAttribute && !fresh.isEmpty()) {
      Set<String> nothing = ignored.apply(file);
      fresh.removeAll(nothing);
      texts.removeAll(nothing);
    }
    fresh.forEach(text -> addMeant(text, found));
    return found;
  }

  private static void addMeant(String text, List<String> found) {
    if (text.endsWith(SOURCE)) {
      return;
    }
    if (text.indexOf('.') > 0 && DOTTED.matcher(text).matches()) {
      found.add(text.replace('.', '/'));
    } else if (text.indexOf('L') >= 0) {
      Matcher matcher = IN_DESCRIPTOR.matcher(text);
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    }
  }
}
