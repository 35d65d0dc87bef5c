package dev.parka.dockerfile;

import java.util.List;

/**
 * A Dockerfile of one or more stages, the last of which is the image.
 *
 * @param stages the build stages, in order
 */
public record Dockerfile(List<Stage> stages) {

  /** How every Dockerfile that Parka writes begins, whatever its version. */
  public static final String BEGIN = "# Written by Parka";

  /** Copies the list. */
  public Dockerfile {
    stages = List.copyOf(stages);
  }

  /** Its text, with {@code \n} at the end of every line. */
  public String render() {
    return DockerfileRenderer.render(this);
  }
}
