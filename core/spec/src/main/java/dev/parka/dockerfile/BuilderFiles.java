package dev.parka.dockerfile;

import dev.parka.dockerfile.Instruction.Copy;
import dev.parka.dockerfile.Instruction.From;
import dev.parka.dockerfile.Instruction.Run;
import dev.parka.spec.ImageReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The builder pattern, for engines without multi-stage builds: the stages of a {@link Dockerfile}
 * as one image that is thrown away, the last as another, and the script that carries files across.
 *
 * @param builder makes everything
 * @param image ships what the builder has made, from a context of just that
 * @param script runs both
 */
public record BuilderFiles(Dockerfile builder, Dockerfile image, String script) {

  /** What the Dockerfile of the builder is called. */
  public static final String BUILDER = "Dockerfile.builder";

  /** What the script is called. */
  public static final String SCRIPT = "build-image.sh";

  /** How every such script begins. */
  public static final String BEGIN = "#!/bin/sh\n" + Dockerfile.BEGIN;

  private static final String TEXT =
      """
      %1$s: builds %2$s without multi-stage builds, in two images.
      #   sh %3$s [image]
      # ENGINE is the engine, docker by default, with options; BUILD_OPTIONS are those of its builds;
      # CONTEXT is the build context, by default the directory of this file.
      set -eu
      engine=${ENGINE:-docker}
      image=${1:-%2$s}
      here=$(dirname "$0")
      made=$(mktemp -d)
      trap 'rm -rf "$made"' EXIT
      $engine build ${BUILD_OPTIONS:-} --tag "$image-builder" --file "$here/%4$s" "${CONTEXT:-$here}"
      container=$($engine create "$image-builder" none)
      for directory in %5$s; do
        $engine cp "$container:/$directory" "$made/$directory"
      done
      $engine rm "$container" > /dev/null
      $engine build ${BUILD_OPTIONS:-} --tag "$image" --file "$here/Dockerfile" "$made"
      """;

  /** Splits a Dockerfile at its last stage. */
  public static BuilderFiles of(Dockerfile stages, ImageReference reference) {
    int last = stages.stages().size() - 1;
    Stage image = stages.stages().get(last);
    Set<String> carried = new TreeSet<>();
    List<Instruction> ships = new ArrayList<>();
    for (Instruction instruction : image.instructions()) {
      if (instruction instanceof Copy copy && copy.stage().isPresent()) {
        for (String source : copy.sources()) {
          carried.add(source.substring(1).replaceFirst("/.*", ""));
        }
        ships.add(fromContext(copy));
      } else {
        ships.add(instruction);
      }
    }
    return new BuilderFiles(
        new Dockerfile(List.of(flat(stages.stages().subList(0, last)))),
        new Dockerfile(List.of(new Stage(image.comment(), image.from(), ships))),
        TEXT.formatted(BEGIN, reference, SCRIPT, BUILDER, String.join(" ", carried)));
  }

  /** All stages in one image: the first one's, which has whatever the others need. */
  private static Stage flat(List<Stage> stages) {
    Set<Instruction> instructions = new LinkedHashSet<>();
    for (Stage stage : stages) {
      for (Instruction instruction : stage.instructions()) {
        if (instruction instanceof Copy copy && copy.stage().isPresent()) {
          inside(copy).ifPresent(instructions::add);
        } else {
          instructions.add(instruction);
        }
      }
    }
    From from = new From(stages.get(0).from().image(), Optional.empty());
    return new Stage("makes everything that the image has", from, List.copyOf(instructions));
  }

  private static Copy fromContext(Copy copy) {
    List<String> sources = copy.sources().stream().map(source -> "." + source).toList();
    return new Copy(Optional.empty(), copy.owner(), sources, copy.destination());
  }

  /** What one stage took from another lies in the same image, as often as not at its place. */
  private static Optional<Run> inside(Copy copy) {
    String source = copy.sources().get(0);
    String destination = copy.destination();
    if (source.equals(destination)) {
      return Optional.empty();
    }
    String directory = destination.substring(0, destination.lastIndexOf('/'));
    return Optional.of(
        new Run(
            List.of(
                "mkdir -p " + directory,
                "cp -R " + source + (source.endsWith("/") ? ". " : " ") + destination)));
  }
}
