package dev.parka.runtime.reach;

import dev.parka.runtime.classes.BadClassFileException;
import dev.parka.runtime.classes.ClassFile;
import dev.parka.runtime.classes.MemberReference;
import java.util.Set;
import java.util.regex.Pattern;

/** Calls by which a class finds members of other classes that it does not refer to. */
final class Reflection {

  private static final String CLASS = "java/lang/Class";
  private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";
  private static final String BEANS = "java/beans/Introspector";
  private static final Set<String> OWNERS = Set.of(CLASS, LOOKUP, BEANS);
  private static final Pattern MEMBERS =
      Pattern.compile("get(Declared)?(Method|Field)s?|getBeanInfo");

  private Reflection() {}

  /** Whether a class has such a call anywhere. */
  static boolean isIn(ClassFile file) {
    try {
      for (MemberReference member : file.members(OWNERS::contains)) {
        if (member.owner().equals(LOOKUP)
            ? member.name().startsWith("find")
            : MEMBERS.matcher(member.name()).matches()) {
          return true;
        }
      }
      return false;
    } catch (BadClassFileException e) {
      return true;
    }
  }
}
