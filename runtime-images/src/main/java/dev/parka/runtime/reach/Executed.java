package dev.parka.runtime.reach;

import dev.parka.runtime.classes.MemberReference;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What the code that can run does with the JDK. */
public final class Executed {

  /** What the methods of one class that can run have in them. */
  public static final class Code {
    final Set<MemberReference> members = new HashSet<>();
    final Set<String> types = new HashSet<>();
    final Set<String> strings = new HashSet<>();

    /** The members of the JDK that they refer to. */
    public Set<MemberReference> members() {
      return members;
    }

    /** The classes of the JDK that they refer to. */
    public Set<String> types() {
      return types;
    }

    /** Their string constants. */
    public Set<String> strings() {
      return strings;
    }
  }

  private final Map<String, Use> uses = new LinkedHashMap<>();
  private final Map<String, Code> code = new LinkedHashMap<>();

  Executed() {}

  /** The classes of the JDK that are used, each with the first method that does, nearest first. */
  public Map<String, Use> uses() {
    return uses;
  }

  /** The code that can run, by the internal names of classes. */
  public Map<String, Code> code() {
    return code;
  }
}
