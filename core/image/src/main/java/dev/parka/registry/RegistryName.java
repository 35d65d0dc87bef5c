package dev.parka.registry;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.spec.ImageReference;
import dev.parka.spec.SpecProblem;
import java.net.URI;
import java.util.Locale;

/**
 * Where a repository is: {@code debian} is {@code library/debian} at {@code registry-1.docker.io}.
 *
 * @param host of the registry, with a port if it has one
 * @param repository the repository there
 */
record RegistryName(String host, String repository) {

  static RegistryName of(ImageReference reference) {
    com.google.cloud.tools.jib.api.ImageReference parsed = parse(reference);
    return new RegistryName(parsed.getRegistry().toLowerCase(Locale.ROOT), parsed.getRepository());
  }

  /** What a tag is where none was written. */
  static String tag(ImageReference reference) {
    return reference.tag().orElse("latest");
  }

  static com.google.cloud.tools.jib.api.ImageReference parse(ImageReference reference) {
    try {
      return com.google.cloud.tools.jib.api.ImageReference.parse(reference.repository());
    } catch (InvalidImageReferenceException e) {
      throw new ParkaException(
          SpecProblem.BAD_REFERENCE,
          "'" + Printable.of(reference.repository()) + "' is no repository of any registry",
          "write a registry with a dot or a port, as in registry.acme.com/shop/petstore",
          e);
    }
  }

  /** Whether users call the registry this. */
  boolean isCalled(String other) {
    return other.equals(host) || (other.equals("docker.io") && host.equals("registry-1.docker.io"));
  }

  /** Whether the registry is this machine, where plain HTTP gives nothing away. */
  boolean isLoopback() {
    return isLoopback(URI.create("http://" + host).getHost());
  }

  static boolean isLoopback(String name) {
    return name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
  }

  /** The root of the registry's interface; this machine is spoken to in plain HTTP. */
  URI root(boolean insecure) {
    return URI.create((isLoopback() || insecure ? "http" : "https") + "://" + host + "/v2/");
  }

  @Override
  public String toString() {
    return host + "/" + repository;
  }
}
