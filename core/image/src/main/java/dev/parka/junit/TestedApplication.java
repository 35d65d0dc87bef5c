package dev.parka.junit;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.image.HandleLoader;
import dev.parka.image.MainClassFinder;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ModulePath;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a test class wants an image of.
 *
 * @param descriptor what the image is to be
 * @param classPath what it is made from
 * @param modulePath the modules that it is made from
 */
record TestedApplication(ImageDescriptor descriptor, ClassPath classPath, ModulePath modulePath) {

  /**
   * Reads the annotation.
   *
   * @throws ParkaException [NoApplicationNamed], [NoSuchApplication], [UnusableHandle], or as a
   *     class path that is wrong
   */
  static TestedApplication of(ContainerImageTest test) {
    Class<?> named = test.value();
    ModulePath modulePath = ModulePath.parse(String.join(":", test.modulePath()));
    if (ImageDescriptor.class.isAssignableFrom(named)) {
      ImageDescriptor handle = handle(named.asSubclass(ImageDescriptor.class));
      return new TestedApplication(handle, classPath(test, handle.mainClass()), modulePath);
    }
    if (named == void.class) {
      ClassPath classPath = test.classPath().length > 0 ? given(test) : packaged();
      ClassName main =
          MainClassFinder.findStarted(classPath)
              .orElseThrow(() -> nothingNamed(classPath.entries()));
      return new TestedApplication(descriptor(classPath, main), classPath, modulePath);
    }
    ClassPath classPath = classPath(test, named.getName());
    List<Path> all = new ArrayList<>(classPath.entries());
    all.addAll(modulePath.entries());
    return new TestedApplication(
        descriptor(ClassPath.of(all), new ClassName(named.getName())), classPath, modulePath);
  }

  private static ImageDescriptor descriptor(ClassPath classPath, ClassName main) {
    return HandleLoader.load(classPath, main).orElse(main::value);
  }

  private static ImageDescriptor handle(Class<? extends ImageDescriptor> type) {
    try {
      Constructor<? extends ImageDescriptor> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new ParkaException(
          TestProblem.UNUSABLE_HANDLE,
          type.getName() + " cannot be made: " + e,
          "name the handle that the annotation processor wrote, or a class with a constructor that"
              + " takes nothing",
          e);
    }
  }

  private static ClassPath classPath(ContainerImageTest test, String mainClass) {
    return test.classPath().length > 0 || test.modulePath().length > 0
        ? given(test)
        : new PackagedClassPath(Path.of(""), testClassPath()).of(new ClassName(mainClass));
  }

  private static ClassPath packaged() {
    return new PackagedClassPath(Path.of(""), testClassPath()).ofTheOnlyJar();
  }

  private static ClassPath given(ContainerImageTest test) {
    return ClassPath.parse(String.join(":", test.classPath())).withManifestEntries();
  }

  private static List<Path> testClassPath() {
    return ClassPath.parse(System.getProperty("java.class.path")).withManifestEntries().entries();
  }

  static ParkaException nothingNamed(List<Path> jars) {
    return new ParkaException(
        TestProblem.NO_APPLICATION_NAMED,
        jars.isEmpty()
            ? "no jar with a main class is in target or build/libs"
            : "nothing names the main class of " + jars,
        "package the application first, or name its handle or main class in @ContainerImageTest");
  }
}
