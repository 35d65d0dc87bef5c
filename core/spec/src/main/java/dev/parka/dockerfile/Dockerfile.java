package dev.parka.dockerfile;

import java.util.List;

/**
 * A Dockerfile of one or more stages, the last of which is the image.
 *
 * @param stages the build stages, in order
 */
public record Dockerfile(List<Stage> stages) {

  /** Copies the list. */
  public Dockerfile {
    stages = List.copyOf(stages);
  }

  /** Whether a Dockerfile's text begins as those do that we write; others are never overwritten. */
  public static boolean isOurs(String text) {
    return text.startsWith(DockerfileRenderer.HEADER.stripTrailing());
  }

  /** Its text, with {@code \n} at the end of every line. */
  public String render() {
    return DockerfileRenderer.render(this);
  }
}
