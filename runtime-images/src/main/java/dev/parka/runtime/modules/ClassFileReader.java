package dev.parka.runtime.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what a class file names: the classes of its constant pool, those in the descriptors of what
 * it calls and declares, and its string constants. Signatures and annotations do not count: the
 * virtual machine runs well without the classes that only they name. Source: JVMS chapter 4.
 *
 * <p>Hand-written, as it must say of <em>every</em> damaged file what is wrong, must not depend on
 * the newest class file version known, and reads nothing but the pool and the declarations.
 */
final class ClassFileReader {

  private static final long MAGIC = 0xCAFEBABEL;

  /** Class file version 45 was Java 1. */
  private static final int VERSION_OFFSET = 44;

  private final int featureVersion;

  /** A class path refers to the same few names over and over: one copy of each, by inner name. */
  private final Map<String, String> names = new HashMap<>();

  /** The classes in each descriptor seen. */
  private final Map<String, List<String>> descriptors = new HashMap<>();

  /** Prepares to read class files that a JDK of this feature version is to run. */
  ClassFileReader(int featureVersion) {
    this.featureVersion = featureVersion;
  }

  /** Whether these bytes start as class files do; universal Mach-O binaries do so, too. */
  static boolean hasMagic(byte[] bytes) {
    return bytes.length >= 4
        && bytes[0] == (byte) 0xCA
        && bytes[1] == (byte) 0xFE
        && bytes[2] == (byte) 0xBA
        && bytes[3] == (byte) 0xBE;
  }

  /**
   * Reads one file whole.
   *
   * @throws BadClassFileException if it is damaged, or newer than the JDK
   */
  ClassReferences read(byte[] file) throws BadClassFileException {
    ClassBytes bytes = new ClassBytes(file);
    checkHeader(bytes);
    ConstantPool pool = ConstantPool.read(bytes);
    Set<String> classes = new HashSet<>();
    Set<String> strings = new HashSet<>();
    for (int index = 1; index < pool.size(); index++) {
      switch (pool.tag(index)) {
        case ConstantPool.CLASS -> addClass(pool.text(index, ConstantPool.CLASS), classes);
        case ConstantPool.NAME_AND_TYPE -> addDescriptor(pool.descriptor(index), classes);
        case ConstantPool.METHOD_TYPE ->
            addDescriptor(pool.text(index, ConstantPool.METHOD_TYPE), classes);
        case ConstantPool.STRING -> {
          if (pool.couldBeClassName(index)) {
            strings.add(pool.text(index, ConstantPool.STRING));
          }
        }
        default -> {}
      }
    }
    bytes.skip(2);
    String name = binaryName(pool.text(bytes.u2(), ConstantPool.CLASS));
    bytes.skip(2);
    bytes.skip(2L * bytes.u2());
    readMembers(bytes, pool, classes);
    readMembers(bytes, pool, classes);
    skipAttributes(bytes);
    if (!bytes.atEnd()) {
      throw new BadClassFileException("it has bytes after its end");
    }
    classes.remove(name);
    return new ClassReferences(name, sorted(classes), sorted(strings));
  }

  private void checkHeader(ClassBytes bytes) throws BadClassFileException {
    if (bytes.u4() != MAGIC) {
      throw new BadClassFileException("it does not start with CAFEBABE");
    }
    bytes.skip(2);
    int feature = bytes.u2() - VERSION_OFFSET;
    if (feature < 1) {
      throw new BadClassFileException("its version is " + (feature + VERSION_OFFSET));
    }
    if (feature > featureVersion) {
      throw new BadClassFileException(
          "it is for Java " + feature + ", which JDK " + featureVersion + " cannot run");
    }
  }

  /** Fields or methods: both have a name, a descriptor and attributes. */
  private void readMembers(ClassBytes bytes, ConstantPool pool, Set<String> classes)
      throws BadClassFileException {
    int count = bytes.u2();
    for (int i = 0; i < count; i++) {
      bytes.skip(4);
      addDescriptor(pool.utf8(bytes.u2()), classes);
      skipAttributes(bytes);
    }
  }

  private static void skipAttributes(ClassBytes bytes) throws BadClassFileException {
    int count = bytes.u2();
    for (int i = 0; i < count; i++) {
      bytes.skip(2);
      bytes.skip(bytes.u4());
    }
  }

  private void addClass(String name, Set<String> classes) throws BadClassFileException {
    if (name.startsWith("[")) {
      addDescriptor(name, classes);
    } else {
      classes.add(binaryName(name));
    }
  }

  private void addDescriptor(String descriptor, Set<String> classes) throws BadClassFileException {
    List<String> known = descriptors.get(descriptor);
    if (known == null) {
      known = parse(descriptor);
      descriptors.put(descriptor, known);
    }
    classes.addAll(known);
  }

  /** A descriptor holds each class as {@code Ljava/lang/String;}. */
  private List<String> parse(String descriptor) throws BadClassFileException {
    List<String> classes = new ArrayList<>();
    for (int i = 0; i < descriptor.length(); i++) {
      if (descriptor.charAt(i) == 'L') {
        int end = descriptor.indexOf(';', i);
        if (end < 0) {
          throw new BadClassFileException("it has a descriptor without an end");
        }
        classes.add(binaryName(descriptor.substring(i + 1, end)));
        i = end;
      }
    }
    return List.copyOf(classes);
  }

  private String binaryName(String innerName) {
    return names.computeIfAbsent(innerName, name -> name.replace('/', '.'));
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }
}
