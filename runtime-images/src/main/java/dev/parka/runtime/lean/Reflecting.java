package dev.parka.runtime.lean;

import dev.parka.runtime.classes.BadClassFileException;
import dev.parka.runtime.classes.ClassFile;
import dev.parka.runtime.classes.MemberReference;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a class can do to classes that it does not refer to.
 *
 * @param members whether it finds members of them
 * @param creates whether it makes objects of them
 */
record Reflecting(boolean members, boolean creates, boolean all) {

  static final Reflecting NOT = new Reflecting(false, false, false);

  private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";
  private static final Set<String> OWNERS =
      Set.of("java/lang/Class", LOOKUP, "java/beans/Introspector", "java/lang/ClassLoader");
  private static final Pattern MEMBERS =
      Pattern.compile("get(Declared)?(Method|Field)s?|getBeanInfo|find(Static|Virtual|Special)");
  private static final Pattern ALL = Pattern.compile("get(Declared)?(Methods)|getBeanInfo");
  private static final Pattern CREATES =
      Pattern.compile("newInstance|get(Declared)?Constructors?|findConstructor");

  static Reflecting in(ClassFile file) {
    try {
      boolean members = false;
      boolean creates = false;
      boolean all = false;
      for (MemberReference member : file.members(OWNERS::contains)) {
        members |= MEMBERS.matcher(member.name()).matches();
        all |= ALL.matcher(member.name()).matches();
        creates |= CREATES.matcher(member.name()).matches();
      }
      return new Reflecting(members, creates, all);
    } catch (BadClassFileException e) {
      return new Reflecting(true, true, true);
    }
  }

  Reflecting or(Reflecting other) {
    return new Reflecting(members || other.members, creates || other.creates, all || other.all);
  }
}
