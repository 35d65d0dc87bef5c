package dev.parka.processor;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Writes typed handles beside their main classes. */
final class HandleWriter {

  private final Filer filer;
  private final Elements elements;
  private final Set<String> taken = new HashSet<>();

  HandleWriter(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  /** Takes note of the classes of a round, whose names are taken. */
  void see(Set<? extends Element> roots) {
    ElementFilter.typesIn(roots).forEach(type -> taken.add(type.getQualifiedName().toString()));
  }

  /** Writes the handle; answers with what keeps it from being written, if anything. */
  Optional<Problem> write(AnnotatedMain main, ImageDescriptor descriptor) {
    String name = HandleSource.name(main.binaryName());
    if (!taken.add(name)) {
      return Optional.of(nameTaken(name, main));
    }
    String source = HandleSource.render(descriptor, hidesJavaLang(main));
    try (Writer writer = filer.createSourceFile(name, main.type()).openWriter()) {
      writer.write(source);
      return Optional.empty();
    } catch (FilerException e) {
      // Another processor was faster.
      return Optional.of(nameTaken(name, main));
    } catch (IOException e) {
      return Optional.of(
          new Problem(
              RuntimeProblem.CANNOT_WRITE,
              "the source of " + name + " cannot be written: " + e.getMessage(),
              "see that the compiler may write where -s or -d leads"));
    }
  }

  private static Problem nameTaken(String name, AnnotatedMain main) {
    return new Problem(
        ProcessorProblem.HANDLE_NAME_TAKEN,
        name + ", the handle of " + main.binaryName() + ", has the name of another class",
        "rename one of the two");
  }

  /** A class of the package goes before one of the same name in {@code java.lang}. */
  private boolean hidesJavaLang(AnnotatedMain main) {
    String packageName = elements.getPackageOf(main.type()).getQualifiedName().toString();
    ModuleElement module = elements.getModuleOf(main.type());
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    return Stream.of("Integer", "Override", "String")
        .anyMatch(name -> isType(module, prefix + name));
  }

  /** Without a module, the compiler looks for what is not there in each that there is. */
  private boolean isType(@Nullable ModuleElement module, String name) {
    return module == null
        ? elements.getTypeElement(name) != null
        : elements.getTypeElement(module, name) != null;
  }
}
