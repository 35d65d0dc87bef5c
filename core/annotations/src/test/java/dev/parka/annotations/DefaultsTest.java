package dev.parka.annotations;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A bare annotation and a bare descriptor mean the same image. */
final class DefaultsTest {

  private static final ImageDescriptor BARE = () -> "com.acme.App";

  @Test
  void everyAttributeHasADescriptorMethodWithTheSameDefault() throws Exception {
    for (Method attribute : ContainerImage.class.getDeclaredMethods()) {
      Object described = ImageDescriptor.class.getMethod(attribute.getName()).invoke(BARE);
      Object annotated =
          attribute.getDefaultValue() instanceof HealthCheck check
              ? probe(check)
              : plain(attribute.getDefaultValue());

      assertThat(described).as(attribute.getName()).isEqualTo(annotated);
    }
  }

  @Test
  void theDescriptorKnowsNothingElseButTheMainClass() {
    Set<String> expected = new TreeSet<>(Set.of("mainClass"));
    expected.addAll(names(ContainerImage.class));

    assertThat(names(ImageDescriptor.class)).isEqualTo(expected);
  }

  private static Set<String> names(Class<?> type) {
    Set<String> names = new TreeSet<>();
    Stream.of(type.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .forEach(method -> names.add(method.getName()));
    return names;
  }

  private static ImageDescriptor.HealthProbe probe(HealthCheck check) {
    return new ImageDescriptor.HealthProbe(
        List.of(check.command()),
        check.interval(),
        check.timeout(),
        check.startPeriod(),
        check.retries());
  }

  private static Object plain(Object value) {
    if (!value.getClass().isArray()) {
      return value;
    }
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < Array.getLength(value); i++) {
      items.add(Array.get(value, i));
    }
    return items;
  }
}
