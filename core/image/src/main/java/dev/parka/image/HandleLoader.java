package dev.parka.image;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the typed handle that the annotation processor wrote beside an annotated main class. */
public final class HandleLoader {

  private HandleLoader() {}

  /**
   * The handle of a main class; empty if the class path has none.
   *
   * @throws ParkaException [CannotRead] if there is one that cannot be used
   */
  public static Optional<ImageDescriptor> load(ClassPath classPath, ClassName mainClass) {
    String name = mainClass.value().replace('$', '_') + "Image";
    List<URL> urls = new ArrayList<>();
    ExecutableJar.on(classPath)
        .ifPresent(jar -> urls.add(url("jar:" + jar.jar().toUri() + "!/" + jar.classes())));
    classPath.entries().forEach(entry -> urls.add(url(entry.toUri().toString())));
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ImageDescriptor.class.getClassLoader())) {
      Class<?> type = loader.loadClass(name);
      if (!ImageDescriptor.class.isAssignableFrom(type)) {
        return Optional.empty();
      }
      return Optional.of((ImageDescriptor) type.getDeclaredConstructor().newInstance());
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException | LinkageError | IOException e) {
      throw new ParkaException(
          ImageProblem.CANNOT_READ,
          "the handle " + name + " cannot be used: " + e,
          "compile " + mainClass + " again",
          e);
    }
  }

  private static URL url(String entry) {
    try {
      return URI.create(entry).toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("every path is a URL", e);
    }
  }
}
