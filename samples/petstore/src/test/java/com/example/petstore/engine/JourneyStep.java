package com.example.petstore.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A way to make an image of the pet store.
 *
 * @param title what the table and the chart call it
 * @param image the name of the image
 * @param build makes it, from nothing that an earlier build has left
 */
record JourneyStep(String title, String image, Build build) {

  /** Something that makes an image. */
  @FunctionalInterface
  interface Build {
    void run() throws IOException;
  }

  private static final Path FOLDER = Path.of("journey").toAbsolutePath();

  /** All of them, in the order of the story. */
  static List<JourneyStep> all(Tool docker, JourneyContext context) {
    return List.of(
        file("1 one stage, full JDK", "1-single-stage", docker, context),
        file("2 smaller base", "2-smaller-base", docker, context),
        file("3 trimmed", "3-trimmed", docker, context),
        new JourneyStep(
            "4 builder pattern",
            "journey-4",
            () -> script(docker, context.directory(), "journey-4")),
        file("5 multi-stage", "5-multi-stage", docker, context),
        new JourneyStep(
            "6 Parka's Dockerfile",
            "journey-6",
            () -> {
              Path written = context.dockerfile();
              build(docker, written, context.directory(), "journey-6");
            }),
        new JourneyStep(
            "7 Parka's build", "journey-7", () -> context.buildImage(docker, "journey-7")));
  }

  private static JourneyStep file(
      String title, String folder, Tool docker, JourneyContext context) {
    String image = "journey-" + folder.charAt(0);
    Path dockerfile = FOLDER.resolve(folder).resolve("Dockerfile");
    return new JourneyStep(
        title, image, () -> build(docker, dockerfile, context.directory(), image));
  }

  private static void build(Tool docker, Path dockerfile, Path context, String image)
      throws IOException {
    docker
        .with("build", "--no-cache", "--network=none", "--tag=" + image)
        .run("--file=" + dockerfile, context.toString());
  }

  private static void script(Tool docker, Path context, String image) throws IOException {
    Path program = Path.of(docker.command().get(0));
    new Tool(List.of(FOLDER.resolve("4-builder-pattern/build.sh").toString()), docker.environment())
        // The script says "docker", as scripts do.
        .withEnvironment("PATH", program.getParent() + ":" + System.getenv("PATH"))
        .run(context.toString(), image);
  }
}
