package dev.parka.runtime.modules;

import java.util.List;

/**
 * All that can be seen of an application.
 *
 * @param flags the flags of the java command, and who gives them
 * @param mentions the classes that files and flags name
 * @param evidence what rules look at
 */
record Inquiry(List<GivenFlags> flags, Mentions mentions, Evidence evidence) {

  Inquiry {
    flags = List.copyOf(flags);
  }
}
