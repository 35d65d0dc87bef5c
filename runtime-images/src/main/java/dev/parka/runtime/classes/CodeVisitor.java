package dev.parka.runtime.classes;

/** Is told what the code of methods refers to, in the code's order. */
public interface CodeVisitor {

  /** A class that the code names as a type: in a cast, an array, a catch clause. */
  void type(String name);

  /** A class that the code makes an object of; for a lambda expression, its interface. */
  void instantiation(String name);

  /** A class literal such as {@code Driver.class}. */
  void literal(String name);

  /** A field that is read or written. */
  void field(MemberReference field, boolean isStatic);

  /** A method that is called, or that a lambda expression or method reference leads to. */
  void call(MemberReference method, Call kind);

  /** Whether a call can come back; what follows only such as cannot is not read. */
  default boolean returns(MemberReference method) {
    return true;
  }

  /** A string constant. */
  void string(String text);

  /** How a method is called (JVMS 6.5). */
  enum Call {
    /** Of an object's own class. */
    VIRTUAL,
    /** The same through an interface. */
    INTERFACE,
    /** Constructors, private methods and those of a superclass. */
    SPECIAL,
    /** Without an object. */
    STATIC
  }
}
