package dev.parka.runtime.modules;

import java.util.List;

/**
 * What is asked of an application, and all that can be seen of it.
 *
 * @param request what is asked
 * @param flags the flags of the java command, and who gives them
 * @param mentions the classes that files and flags name
 * @param evidence what rules look at
 */
record Inquiry(
    InferenceRequest request, List<GivenFlags> flags, Mentions mentions, Evidence evidence) {

  Inquiry {
    flags = List.copyOf(flags);
  }
}
