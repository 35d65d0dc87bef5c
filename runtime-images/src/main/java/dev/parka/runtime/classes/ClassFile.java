package dev.parka.runtime.classes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A class file, checked from its first byte to its last: what its constant pool and declarations
 * name. Its code is read when it is asked for. Names are internal ones, such as {@code
 * java/sql/Driver}. Source: JVMS chapter 4.
 *
 * <p>Signatures and the types of annotations do not count as references: the virtual machine runs
 * well without the classes that only they name. The classes that annotations have for values do.
 */
public final class ClassFile {

  private final ConstantPool pool;
  private final ClassHeader header;
  private final List<String> references;
  private final List<ClassMember> methods;
  private final List<ClassMember> fields;

  /** The members that were asked for, by the indexes of their constants. */
  private final @Nullable MemberReference[] members;

  ClassFile(
      ConstantPool pool,
      ClassHeader header,
      List<String> references,
      List<ClassMember> fields,
      List<ClassMember> methods) {
    this.pool = pool;
    this.header = header;
    this.references = Collections.unmodifiableList(references);
    this.fields = fields;
    this.methods = methods;
    this.members = new MemberReference[pool.size()];
  }

  /** The class's own name. */
  public String name() {
    return header.name();
  }

  /** The class that it extends; null for {@code java/lang/Object} and module descriptors. */
  public @Nullable String superName() {
    return header.superName();
  }

  /** The interfaces that it implements, or extends if it is one. */
  public List<String> interfaces() {
    return header.interfaces();
  }

  /** Whether it is an interface or an annotation type. */
  public boolean isInterface() {
    return header.isInterface();
  }

  /** The types of the runtime-visible annotations on the class itself. */
  public List<String> annotations() {
    return header.annotations();
  }

  /** The other classes that anything in it refers to, each once. */
  public List<String> references() {
    return references;
  }

  /** Its fields. */
  public List<ClassMember> fields() {
    return fields;
  }

  /** Its methods, constructors and static initializer. */
  public List<ClassMember> methods() {
    return methods;
  }

  /**
   * Its string constants of at most so many bytes, each once.
   *
   * @throws BadClassFileException if one is no text
   */
  public Set<String> strings(int longest) throws BadClassFileException {
    Set<String> strings = new HashSet<>();
    for (int index = 1; index < pool.size(); index++) {
      if (pool.tag(index) == ConstantPool.STRING && pool.stringLength(index) <= longest) {
        strings.add(pool.text(index, ConstantPool.STRING));
      }
    }
    return strings;
  }

  /**
   * The fields and methods that it refers to, of itself and of others.
   *
   * @param ofOwner the internal names of the classes whose members are wanted
   * @throws BadClassFileException if a constant leads nowhere
   */
  public List<MemberReference> members(Predicate<String> ofOwner) throws BadClassFileException {
    List<MemberReference> members = new ArrayList<>();
    for (int index = 1; index < pool.size(); index++) {
      int tag = pool.tag(index);
      if (tag >= ConstantPool.FIELD
          && tag <= ConstantPool.INTERFACE_METHOD
          && ofOwner.test(pool.text(pool.first(index, tag), ConstantPool.CLASS))) {
        members.add(member(index));
      }
    }
    return members;
  }

  /**
   * Prepares to read the code of its methods for one visitor, who is told of each thing once for
   * the whole class.
   */
  public CodeReader code(CodeVisitor visitor) {
    return new CodeReader(this, visitor);
  }

  ConstantPool pool() {
    return pool;
  }

  ClassHeader header() {
    return header;
  }

  MemberReference member(int index) throws BadClassFileException {
    MemberReference known = index < members.length ? members[index] : null;
    if (known == null) {
      known = readMember(index);
      members[index] = known;
    }
    return known;
  }

  private MemberReference readMember(int index) throws BadClassFileException {
    int tag = pool.tag(index);
    if (tag < ConstantPool.FIELD || tag > ConstantPool.INTERFACE_METHOD) {
      throw new BadClassFileException("its constant pool has no member at " + index);
    }
    int nameAndType = pool.second(index, tag);
    return new MemberReference(
        pool.text(pool.first(index, tag), ConstantPool.CLASS),
        pool.text(nameAndType, ConstantPool.NAME_AND_TYPE),
        pool.utf8(pool.second(nameAndType, ConstantPool.NAME_AND_TYPE)));
  }
}
