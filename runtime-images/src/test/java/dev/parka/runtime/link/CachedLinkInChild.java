package dev.parka.runtime.link;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.cache.UserCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Links through a cache in a JVM of its own. */
final class CachedLinkInChild {

  private CachedLinkInChild() {}

  /** Takes the home of a scripted JDK, the cache and the output; prints what went wrong. */
  public static void main(String... arguments) {
    try {
      LinkCache.Answer answer =
          new LinkCache(new UserCache(Path.of(arguments[1])))
              .link(new ScriptedJdk(Path.of(arguments[0])).plan(), Path.of(arguments[2]));
      System.out.println(answer.isRemembered() ? "remembered" : "linked");
    } catch (ParkaException e) {
      System.out.println(e.getMessage());
      System.exit(1);
    }
  }

  /** The command that runs it. */
  static List<String> command(ScriptedJdk jdk, Path cache, Path output) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(CachedLinkInChild.class.getName(), jdk.home().toString()));
    command.addAll(List.of(cache.toString(), output.toString()));
    return command;
  }
}
