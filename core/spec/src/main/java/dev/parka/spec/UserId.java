package dev.parka.spec;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.tree.Owner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who runs the application, as numbers: names mean nothing where there is no user database.
 *
 * @param uid the user
 * @param gid the group
 */
public record UserId(int uid, int gid) {

  private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,9})(?::([0-9]{1,9}))?");

  /**
   * Parses {@code UID}, {@code UID:GID} or {@code root}. A group that is not given has the user's
   * number.
   *
   * @throws ParkaException [BadUser] if it is something else
   */
  public static UserId parse(String text) {
    if (text.equals("root") || text.equals("root:root")) {
      return new UserId(0, 0);
    }
    Matcher matcher = NUMBERS.matcher(text);
    if (!matcher.matches()) {
      throw new ParkaException(
          SpecProblem.BAD_USER,
          "'" + Printable.of(text) + "' is no numeric user",
          "write UID or UID:GID, as in 65532:65532");
    }
    int uid = Integer.parseInt(matcher.group(1));
    return new UserId(uid, matcher.group(2) == null ? uid : Integer.parseInt(matcher.group(2)));
  }

  /** Whether the user or the group is root's. */
  public boolean isRoot() {
    return uid == 0 || gid == 0;
  }

  /** The same as an owner of files. */
  public Owner owner() {
    return new Owner(uid, gid);
  }

  @Override
  public String toString() {
    return uid + ":" + gid;
  }
}
