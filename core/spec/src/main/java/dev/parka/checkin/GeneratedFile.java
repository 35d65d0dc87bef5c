package dev.parka.checkin;

import dev.parka.dockerfile.Dockerfile;
import dev.parka.plan.RootModulesFile;

/**
 * A file as it would be generated now.
 *
 * @param name its name in the directory
 * @param text all of it, with {@code \n} at the end of every line
 * @param header how every generated file of this name begins; one that begins otherwise was written
 *     by hand, and is left alone
 */
public record GeneratedFile(String name, String text, String header) {

  /** The Dockerfile of this text. */
  public static GeneratedFile dockerfile(String text) {
    return new GeneratedFile("Dockerfile", text, Dockerfile.BEGIN);
  }

  /** The list of modules of this text. */
  public static GeneratedFile rootModules(String text) {
    return new GeneratedFile("root-modules.txt", text, RootModulesFile.BEGIN);
  }

  boolean isGenerated(String other) {
    return other.startsWith(header);
  }
}
