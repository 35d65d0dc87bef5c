package dev.parka.runtime.strip;

import java.util.List;

/**
 * The file system by which another JDK's tools read {@code lib/modules} of this one. Inside the
 * image that file system is part of java.base.
 */
record JrtFileSystem() implements ImageStrip {

  @Override
  public StripKind kind() {
    return StripKind.JRT_FS;
  }

  @Override
  public List<UnwantedFiles> unwanted() {
    return List.of(new UnwantedFiles.Named(List.of("lib/jrt-fs.jar")));
  }
}
