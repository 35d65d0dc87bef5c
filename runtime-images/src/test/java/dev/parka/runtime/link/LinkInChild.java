package dev.parka.runtime.link;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.ModuleName;
import java.nio.file.Path;
import java.util.Arrays;

/** Links in a JVM of its own, whose environment and file mode mask a test chooses. */
final class LinkInChild {

  private LinkInChild() {}

  /** Takes the JDK's home, the output and the modules with commas between. */
  public static void main(String... arguments) {
    Jdk jdk = Jdk.at(Path.of(arguments[0]));
    JlinkOptions options =
        JlinkOptions.of(Arrays.stream(arguments[2].split(",", -1)).map(ModuleName::new).toList());
    new Linker().link(new LinkPlan(jdk, options), Path.of(arguments[1]));
  }
}
