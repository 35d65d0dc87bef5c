package dev.parka.processor;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.parka.runtime.Problem;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * A place that lasts: when class files are written, javac has forgotten where elements were, and a
 * message about one would name no line.
 */
final class JavacPlace implements Place {

  private final Trees trees;
  private final TreePath path;

  private JavacPlace(Trees trees, TreePath path) {
    this.trees = trees;
    this.path = path;
  }

  /** The annotation of a main class; to be asked for in a round. */
  static Place of(ProcessingEnvironment environment, AnnotatedMain main) {
    Trees trees = Trees.instance(environment);
    return new JavacPlace(trees, trees.getPath(main.type(), main.annotation()));
  }

  @Override
  public void report(Problem problem) {
    trees.printMessage(
        Reporter.kind(problem), problem.toString(), path.getLeaf(), path.getCompilationUnit());
  }
}
