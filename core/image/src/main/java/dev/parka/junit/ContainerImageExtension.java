package dev.parka.junit;

import dev.parka.image.BuiltImage;
import dev.parka.oci.LayerCompression;
import dev.parka.verify.boot.RunningImage;
import java.lang.reflect.Parameter;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/** Carries out {@link ContainerImageTest}. */
final class ContainerImageExtension implements ParameterResolver, TestExecutionExceptionHandler {

  private static final Namespace NAMESPACE = Namespace.create(ContainerImageExtension.class);

  /** For JUnit. */
  ContainerImageExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == BuiltImage.class
        || type == RunningImage.class
        || (type == int.class && parameter.isAnnotated(MappedPort.class));
  }

  @Override
  public Object resolveParameter(ParameterContext context, ExtensionContext test) {
    Parameter parameter = context.getParameter();
    if (parameter.getType() == BuiltImage.class) {
      return image(test);
    }
    RunningImage running = running(test);
    if (parameter.getType() == RunningImage.class) {
      return running;
    }
    int port = context.findAnnotation(MappedPort.class).map(MappedPort::value).orElse(0);
    return port == 0 ? running.port() : running.port(port);
  }

  private static BuiltImage image(ExtensionContext test) {
    ExtensionContext owner = annotated(test);
    TestedApplication application =
        once(owner, TestedApplication.class, () -> TestedApplication.of(annotation(owner)));
    return once(test.getRoot(), SharedImages.class, SharedImages::new)
        .of(application, LayerCompression.parse(annotation(owner).compression()));
  }

  private static RunningImage running(ExtensionContext test) {
    ContainerImageTest annotation = annotation(annotated(test));
    ExtensionContext owner = annotation.restart() ? test : annotated(test);
    return once(owner, StartedImage.class, () -> StartedImage.of(image(test), annotation))
        .running();
  }

  /** JUnit Jupiter 5 has no other method for it than the one that 6.1 deprecates. */
  @SuppressWarnings("deprecation")
  private static <T> T once(ExtensionContext owner, Class<T> type, Supplier<T> maker) {
    return Objects.requireNonNull(
        store(owner).getOrComputeIfAbsent(type, key -> maker.get(), type));
  }

  @Override
  public void handleTestExecutionException(ExtensionContext test, Throwable failure)
      throws Throwable {
    for (ExtensionContext context : new ExtensionContext[] {test, annotated(test)}) {
      StartedImage started = store(context).get(StartedImage.class, StartedImage.class);
      if (started != null) {
        failure.addSuppressed(new ImageOutput(started.running().log()));
        break;
      }
    }
    throw failure;
  }

  /** The class that the annotation is on, of which nested ones are part. */
  private static ExtensionContext annotated(ExtensionContext test) {
    ExtensionContext context = test;
    while (!isAnnotated(context)) {
      context =
          context
              .getParent()
              .orElseThrow(
                  () ->
                      new ParameterResolutionException(
                          test.getDisplayName() + " is in no class with @ContainerImageTest"));
    }
    return context;
  }

  private static boolean isAnnotated(ExtensionContext context) {
    return context
        .getElement()
        .filter(element -> element instanceof Class<?>)
        .filter(type -> AnnotationSupport.isAnnotated(type, ContainerImageTest.class))
        .isPresent();
  }

  private static ContainerImageTest annotation(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), ContainerImageTest.class)
        .orElseThrow();
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }
}
