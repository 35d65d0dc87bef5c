package dev.parka.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parka.annotations.ImageDescriptor;
import dev.parka.annotations.Startup;
import dev.parka.annotations.Strip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * The source of a typed handle: a class that implements {@link ImageDescriptor} and overrides what
 * differs from its defaults.
 */
final class HandleSource {

  private static final String SUFFIX = "Image";

  /** What every attribute is unless the source says something else. */
  private static final ImageDescriptor DEFAULTS = () -> "";

  private final ImageDescriptor descriptor;
  private final List<MethodSpec> methods = new ArrayList<>();

  private HandleSource(ImageDescriptor descriptor) {
    this.descriptor = descriptor;
  }

  /** The handle's qualified name: {@code com.acme.Outer$Inner} has {@code Outer_InnerImage}. */
  static String name(String mainClass) {
    return mainClass.replace('$', '_') + SUFFIX;
  }

  /**
   * Renders the handle in ASCII, whatever encoding the compiler writes sources in.
   *
   * @param importJavaLang whether the package has classes that hide those of {@code java.lang}
   */
  static String render(ImageDescriptor descriptor, boolean importJavaLang) {
    String name = name(descriptor.mainClass());
    String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    return ascii(
        JavaFile.builder(packageName, new HandleSource(descriptor).type(name))
            .addFileComment("Written by Parka from @ContainerImage; edit that, not this.")
            .skipJavaLangImports(!importJavaLang)
            .indent("  ")
            .build()
            .toString());
  }

  private TypeSpec type(String name) {
    methods.add(method("mainClass", ClassName.get(String.class), text(descriptor.mainClass())));
    override("name", String.class, ImageDescriptor::name, HandleSource::text);
    override("tag", String.class, ImageDescriptor::tag, HandleSource::text);
    override("base", String.class, ImageDescriptor::base, HandleSource::text);
    override("javaVersion", int.class, ImageDescriptor::javaVersion, HandleSource::literal);
    texts("addModules", ImageDescriptor::addModules);
    texts("excludeModules", ImageDescriptor::excludeModules);
    texts("jvmFlags", ImageDescriptor::jvmFlags);
    texts("arguments", ImageDescriptor::arguments);
    entries("env", ImageDescriptor::env);
    entries("labels", ImageDescriptor::labels);
    numbers("ports", ImageDescriptor::ports);
    numbers("udpPorts", ImageDescriptor::udpPorts);
    texts("volumes", ImageDescriptor::volumes);
    override("user", String.class, ImageDescriptor::user, HandleSource::text);
    override("allowRoot", boolean.class, ImageDescriptor::allowRoot, HandleSource::literal);
    override(
        "workingDirectory", String.class, ImageDescriptor::workingDirectory, HandleSource::text);
    override("stopSignal", String.class, ImageDescriptor::stopSignal, HandleSource::text);
    override(
        "healthCheck",
        ImageDescriptor.HealthProbe.class,
        ImageDescriptor::healthCheck,
        HandleSource::probe);
    texts("locales", ImageDescriptor::locales);
    constants("strip", ImageDescriptor::strip);
    constants("keep", ImageDescriptor::keep);
    override(
        "compressModules", boolean.class, ImageDescriptor::compressModules, HandleSource::literal);
    override("startup", Startup.class, ImageDescriptor::startup, HandleSource::constant);
    texts("platforms", ImageDescriptor::platforms);
    return TypeSpec.classBuilder(name.substring(name.lastIndexOf('.') + 1))
        .addJavadoc(
            "The image of {@code $L}, as its annotation describes it.\n", descriptor.mainClass())
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addSuperinterface(ImageDescriptor.class)
        .addMethod(
            MethodSpec.constructorBuilder()
                .addJavadoc("Has no state: one is as good as another.\n")
                .addModifiers(Modifier.PUBLIC)
                .build())
        .addMethods(methods)
        .build();
  }

  private <T> void override(
      String name,
      Class<T> type,
      Function<ImageDescriptor, T> attribute,
      Function<T, CodeBlock> code) {
    override(name, TypeName.get(type), attribute, code);
  }

  private <T> void override(
      String name,
      TypeName type,
      Function<ImageDescriptor, T> attribute,
      Function<T, CodeBlock> code) {
    T value = attribute.apply(descriptor);
    // Most are the same object, and to compare records is slow the first time.
    if (!Objects.equals(value, attribute.apply(DEFAULTS))) {
      methods.add(method(name, type, code.apply(value)));
    }
  }

  private void texts(String name, Function<ImageDescriptor, List<String>> attribute) {
    override(name, HandleTypes.TEXTS, attribute, texts -> list(texts, HandleSource::text));
  }

  private void constants(String name, Function<ImageDescriptor, List<Strip>> attribute) {
    override(name, HandleTypes.STRIPS, attribute, list -> list(list, HandleSource::constant));
  }

  private void numbers(String name, Function<ImageDescriptor, List<Integer>> attribute) {
    override(name, HandleTypes.NUMBERS, attribute, list -> list(list, HandleSource::literal));
  }

  private void entries(
      String name, Function<ImageDescriptor, List<Map.Entry<String, String>>> attribute) {
    override(name, HandleTypes.ENTRIES, attribute, HandleSource::entries);
  }

  private static MethodSpec method(String name, TypeName type, CodeBlock value) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(type)
        .addStatement("return $L", value)
        .build();
  }

  private static CodeBlock text(String text) {
    return CodeBlock.of("$S", text);
  }

  private static CodeBlock literal(Object value) {
    return CodeBlock.of("$L", value);
  }

  private static CodeBlock constant(Enum<?> value) {
    return CodeBlock.of("$T.$L", value.getDeclaringClass(), value.name());
  }

  /** Pairs are long: each has its line. */
  private static CodeBlock entries(List<Map.Entry<String, String>> entries) {
    return CodeBlock.of(
        "$T.of(\n$L)",
        List.class,
        entries.stream().map(HandleSource::entry).collect(CodeBlock.joining(",\n")));
  }

  private static CodeBlock entry(Map.Entry<String, String> entry) {
    return CodeBlock.of("$T.entry($S, $S)", Map.class, entry.getKey(), entry.getValue());
  }

  private static CodeBlock probe(ImageDescriptor.HealthProbe probe) {
    return CodeBlock.of(
        "new $T($L, $L, $L, $L, $L)",
        ImageDescriptor.HealthProbe.class,
        list(probe.command(), HandleSource::text),
        probe.interval(),
        probe.timeout(),
        probe.startPeriod(),
        probe.retries());
  }

  private static <T> CodeBlock list(List<T> items, Function<T, CodeBlock> code) {
    return CodeBlock.of(
        "$T.of($L)", List.class, items.stream().map(code).collect(CodeBlock.joining(", ")));
  }

  private static String ascii(String source) {
    StringBuilder ascii = new StringBuilder();
    source
        .chars()
        .forEach(
            c -> {
              if (c < 0x7f) {
                ascii.append((char) c);
              } else {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", c));
              }
            });
    return ascii.toString();
  }
}
