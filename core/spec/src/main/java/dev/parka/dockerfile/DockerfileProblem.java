package dev.parka.dockerfile;

import dev.parka.runtime.ProblemId;

/** What can be wrong with what a Dockerfile is to be made of. */
public enum DockerfileProblem implements ProblemId {
  /** A build tool that the project's directory shows nothing of. */
  NO_BUILD_FILE,
  /** A directory that shows more than one build tool. */
  SEVERAL_BUILD_TOOLS,
  /** An image that is known to have no JDK to link from, or no shell to do it in. */
  BAD_JDK_IMAGE,
  /** A command line jar without a digest, or with one that is not its own. */
  BAD_TOOL_JAR,
  /** Jars on the class path and on the module path, of which a Dockerfile knows one. */
  CLASSES_BESIDE_MODULES
}
