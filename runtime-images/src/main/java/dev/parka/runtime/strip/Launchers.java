package dev.parka.runtime.strip;

import java.util.List;
import java.util.SortedSet;

/**
 * The commands of the modules that were linked, such as {@code keytool} of java.base, and {@code
 * lib/jexec}, by which Linux kernels can be taught to run jars. What the JDK itself starts, {@code
 * lib/jspawnhelper}, stays.
 *
 * @param kept the names of commands that stay
 */
record Launchers(SortedSet<String> kept) implements ImageStrip {

  @Override
  public StripKind kind() {
    return StripKind.LAUNCHERS;
  }

  @Override
  public List<UnwantedFiles> unwanted() {
    return List.of(
        new UnwantedFiles.AllBut("bin", kept), new UnwantedFiles.Named(List.of("lib/jexec")));
  }
}
