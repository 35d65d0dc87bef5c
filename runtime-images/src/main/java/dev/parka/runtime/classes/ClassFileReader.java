package dev.parka.runtime.classes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads class files. Hand-written, as it must say of <em>every</em> damaged file what is wrong,
 * must not depend on the newest class file version known, and is to be fast in a virtual machine
 * that has just been started. One for each thread.
 */
public final class ClassFileReader {

  private static final long MAGIC = 0xCAFEBABEL;

  /** Class file version 45 was Java 1. */
  private static final int VERSION_OFFSET = 44;

  private final int featureVersion;
  private final NameTable names = new NameTable();

  /** Prepares to read class files that a JDK of this feature version is to run. */
  public ClassFileReader(int featureVersion) {
    this.featureVersion = featureVersion;
  }

  /** Whether these bytes start as class files do; universal Mach-O binaries do so, too. */
  public static boolean hasMagic(byte[] bytes) {
    return bytes.length >= 4
        && bytes[0] == (byte) 0xCA
        && bytes[1] == (byte) 0xFE
        && bytes[2] == (byte) 0xBA
        && bytes[3] == (byte) 0xBE;
  }

  /**
   * Reads one file whole; only the code of its methods is left for later.
   *
   * @throws BadClassFileException if it is damaged, or newer than the JDK
   */
  public ClassFile read(byte[] file) throws BadClassFileException {
    ClassBytes bytes = new ClassBytes(file);
    checkVersion(bytes);
    ConstantPool pool = ConstantPool.read(bytes, names);
    return new Reading(bytes, pool).read();
  }

  private void checkVersion(ClassBytes bytes) throws BadClassFileException {
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

  /** One file after its constant pool. */
  private static final class Reading {

    private final ClassBytes bytes;
    private final ConstantPool pool;
    private final NameTable.Counted references;
    private final AnnotationReader annotations;
    private int code;
    private int bootstraps;

    Reading(ClassBytes bytes, ConstantPool pool) {
      this.bytes = bytes;
      this.pool = pool;
      this.references = pool.count();
      this.annotations = new AnnotationReader(bytes, pool, references);
    }

    ClassFile read() throws BadClassFileException {
      readPool();
      int access = bytes.u2();
      String name = pool.text(bytes.u2(), ConstantPool.CLASS);
      String superName = optionalClass(bytes.u2());
      List<String> interfaces = new ArrayList<>();
      for (int count = bytes.u2(); count > 0; count--) {
        interfaces.add(pool.text(bytes.u2(), ConstantPool.CLASS));
      }
      List<ClassMember> fields = readMembers();
      List<ClassMember> methods = readMembers();
      List<String> own = readAttributes();
      if (!bytes.atEnd()) {
        throw new BadClassFileException("it has bytes after its end");
      }
      ClassHeader header =
          new ClassHeader(bytes, access, name, superName, interfaces, own, bootstraps);
      return new ClassFile(pool, header, references.without(name), fields, methods);
    }

    private void readPool() throws BadClassFileException {
      for (int index = 1; index < pool.size(); index++) {
        switch (pool.tag(index)) {
          case ConstantPool.CLASS -> references.addAll(pool.classes(index));
          case ConstantPool.NAME_AND_TYPE ->
              references.addAll(
                  pool.descriptorClasses(pool.second(index, ConstantPool.NAME_AND_TYPE)));
          case ConstantPool.METHOD_TYPE ->
              references.addAll(
                  pool.descriptorClasses(pool.first(index, ConstantPool.METHOD_TYPE)));
          case ConstantPool.STRING -> pool.stringLength(index);
          default -> {}
        }
      }
    }

    private @Nullable String optionalClass(int index) throws BadClassFileException {
      return index == 0 ? null : pool.text(index, ConstantPool.CLASS);
    }

    private List<ClassMember> readMembers() throws BadClassFileException {
      int count = bytes.u2();
      List<ClassMember> members = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        int access = bytes.u2();
        String name = pool.utf8(bytes.u2());
        int descriptor = bytes.u2();
        references.addAll(pool.descriptorClasses(descriptor));
        code = 0;
        List<String> types = readAttributes();
        members.add(new ClassMember(access, name, pool.utf8(descriptor), types, code));
      }
      return members;
    }

    /** Answers with the types of the annotations among them. */
    private List<String> readAttributes() throws BadClassFileException {
      List<String> types = List.of();
      int count = bytes.u2();
      for (int i = 0; i < count; i++) {
        String name = pool.utf8(bytes.u2());
        long length = bytes.u4();
        int begin = bytes.position();
        bytes.skip(length);
        switch (name) {
          case "Code" -> code = begin;
          case "BootstrapMethods" -> bootstraps = begin;
          case "RuntimeVisibleAnnotations" -> types = annotations.read(begin, bytes.position());
          default -> {}
        }
      }
      return types;
    }
  }
}
