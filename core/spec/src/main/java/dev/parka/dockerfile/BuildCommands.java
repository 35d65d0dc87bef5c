package dev.parka.dockerfile;

import dev.parka.runtime.tree.ImagePath;
import java.util.List;
import java.util.Optional;

/** What is said to a build tool, from the project's directory. */
sealed interface BuildCommands permits GradleCommands, MavenCommands {

  /**
   * Where the tool keeps what it fetches. None of the usual places: images that bring a tool may
   * have a volume there, of which a stage keeps nothing.
   */
  ImagePath repository();

  /** Fetches what the project depends on; there are no sources yet. */
  List<String> fetch();

  /**
   * Makes the jar.
   *
   * @param libraries where the jars go that it depends on, if any are wanted
   */
  List<String> build(Optional<String> libraries);
}
