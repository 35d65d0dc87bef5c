package dev.parka.runtime.link;

import dev.parka.runtime.jdk.Jdk;

/**
 * One run-time image to link.
 *
 * @param jdk the JDK whose modules are linked, by its own jlink
 * @param options what jlink is asked for
 * @param stripNativeSymbols whether the native libraries and launchers lose the symbols that only
 *     debuggers read; see {@link dev.parka.runtime.strip.NativeSymbols}
 */
public record LinkPlan(Jdk jdk, JlinkOptions options, boolean stripNativeSymbols) {

  /** A plan that strips native symbols. */
  public LinkPlan(Jdk jdk, JlinkOptions options) {
    this(jdk, options, true);
  }

  /** The same plan, with native libraries and launchers as the JDK has them. */
  public LinkPlan keepingNativeSymbols() {
    return new LinkPlan(jdk, options, false);
  }
}
