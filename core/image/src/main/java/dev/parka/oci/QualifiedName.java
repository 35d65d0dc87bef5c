package dev.parka.oci;

import dev.parka.spec.ImageReference;

/** The full name that engines store an image under. */
final class QualifiedName {

  private static final String DEFAULT_REGISTRY = "docker.io";
  private static final String DEFAULT_NAMESPACE = "library";

  private QualifiedName() {}

  /**
   * {@code petstore:1} is {@code docker.io/library/petstore:1}, as containerd and Docker write it.
   */
  static String of(ImageReference reference) {
    String repository = reference.repository();
    int slash = repository.indexOf('/');
    String first = slash < 0 ? "" : repository.substring(0, slash);
    boolean hasRegistry = first.contains(".") || first.contains(":") || first.equals("localhost");
    String qualified =
        hasRegistry
            ? repository
            : DEFAULT_REGISTRY + "/" + (slash < 0 ? DEFAULT_NAMESPACE + "/" : "") + repository;
    return qualified + reference.tag().map(tag -> ":" + tag).orElse("");
  }
}
