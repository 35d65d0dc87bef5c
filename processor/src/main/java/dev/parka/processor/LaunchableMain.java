package dev.parka.processor;

import dev.parka.runtime.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/**
 * Whether {@code java} launches a class, as its launcher decides it.
 *
 * <p>Before 25 the class needs a {@code public static void main(String[])}, declared or inherited
 * from a superclass; a superinterface does not pass its static methods on. Any kind of class will
 * do: abstract, interface, enum, record, nested, inner, private. From 25 on (JEP 512) the method
 * may have any access but private, may be an instance method and may have no parameter; an instance
 * method is also inherited from interfaces, and needs a class that can be instantiated: not
 * abstract, not inner, with a constructor without parameters that is not private.
 */
final class LaunchableMain {

  /** The first version that launches instance methods (JEP 512). */
  private static final int INSTANCE_MAIN = 25;

  private static final String CLASSIC = "public static void main(String[] args)";

  private final MainMethods methods;

  LaunchableMain(MainMethods methods) {
    this.methods = methods;
  }

  /** What keeps the {@code java} of a feature version from launching the class, if anything. */
  Optional<Problem> check(TypeElement type, String binaryName, int featureVersion) {
    Optional<String> obstacle = obstacle(type, featureVersion);
    if (obstacle.isEmpty()) {
      return Optional.empty();
    }
    if (methods.all(type).isEmpty()) {
      return Optional.of(
          new Problem(
              ProcessorProblem.NO_MAIN_METHOD,
              binaryName + " has no main method",
              "add " + CLASSIC + " or annotate the class that has one"));
    }
    boolean later = featureVersion < INSTANCE_MAIN && obstacle(type, INSTANCE_MAIN).isEmpty();
    return Optional.of(
        new Problem(
            ProcessorProblem.MAIN_NOT_LAUNCHABLE,
            "java " + featureVersion + " does not launch " + binaryName + ": " + obstacle.get(),
            "write " + CLASSIC + (later ? ", or set javaVersion to 25 or later" : "")));
  }

  private Optional<String> obstacle(TypeElement type, int featureVersion) {
    return featureVersion < INSTANCE_MAIN ? classic(type) : modern(type);
  }

  private Optional<String> classic(TypeElement type) {
    Optional<ExecutableElement> main =
        methods.find(type, MainMethods.Parameters.STRINGS, MainMethods.Access.PUBLIC);
    if (main.isEmpty()) {
      return Optional.of(whyNoneIsFound(type, true));
    }
    if (!isStatic(main.get())) {
      return Optional.of("its main method is not static");
    }
    return returnsVoid(main.get())
        ? Optional.empty()
        : Optional.of("its main method returns " + main.get().getReturnType());
  }

  private Optional<String> modern(TypeElement type) {
    Optional<ExecutableElement> main =
        methods
            .find(type, MainMethods.Parameters.STRINGS, MainMethods.Access.PUBLIC)
            .or(() -> methods.find(type, MainMethods.Parameters.STRINGS, MainMethods.Access.ANY))
            .filter(LaunchableMain::isCandidate)
            .or(() -> methods.find(type, MainMethods.Parameters.NONE, MainMethods.Access.ANY))
            .filter(LaunchableMain::isCandidate);
    if (main.isEmpty()) {
      return Optional.of(whyNoneIsFound(type, false));
    }
    return isStatic(main.get()) ? Optional.empty() : whyThereIsNoInstance(type);
  }

  private static boolean isCandidate(ExecutableElement main) {
    return returnsVoid(main) && !main.getModifiers().contains(Modifier.PRIVATE);
  }

  private static Optional<String> whyThereIsNoInstance(TypeElement type) {
    String instance = "its main method is not static and ";
    if (type.getKind().isInterface() || type.getModifiers().contains(Modifier.ABSTRACT)) {
      return Optional.of(instance + "the class is abstract");
    }
    if (type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC)) {
      return Optional.of(instance + "the class is an inner one");
    }
    // An enum's constructors have two hidden parameters, whatever the source says.
    boolean constructible =
        type.getKind() != ElementKind.ENUM
            && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(
                    constructor ->
                        constructor.getParameters().isEmpty()
                            && !constructor.getModifiers().contains(Modifier.PRIVATE));
    return constructible
        ? Optional.empty()
        : Optional.of(
            instance + "the class has no constructor without parameters that is not private");
  }

  /** Names the fault of the method that comes nearest. */
  private String whyNoneIsFound(TypeElement type, boolean classic) {
    List<ExecutableElement> all = methods.all(type);
    Optional<ExecutableElement> nearest =
        all.stream()
            .filter(method -> methods.has(method, MainMethods.Parameters.STRINGS))
            .findFirst()
            .or(
                () ->
                    all.stream()
                        .filter(method -> methods.has(method, MainMethods.Parameters.NONE))
                        .findFirst());
    if (nearest.isEmpty()) {
      return "its main method has other parameters than String[]";
    }
    ExecutableElement main = nearest.get();
    if (!returnsVoid(main)) {
      return "its main method returns " + main.getReturnType();
    }
    if (main.getModifiers().contains(Modifier.PRIVATE)) {
      return "its main method is private";
    }
    if (classic && methods.has(main, MainMethods.Parameters.NONE)) {
      return "its main method has no String[] parameter";
    }
    if (classic && !main.getModifiers().contains(Modifier.PUBLIC)) {
      return "its main method is not public";
    }
    return "static methods of interfaces such as "
        + main.getEnclosingElement()
        + " are not inherited";
  }

  private static boolean isStatic(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.STATIC);
  }

  private static boolean returnsVoid(ExecutableElement method) {
    return method.getReturnType().getKind() == TypeKind.VOID;
  }
}
