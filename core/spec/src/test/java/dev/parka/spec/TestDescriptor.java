package dev.parka.spec;

import dev.parka.annotations.ImageDescriptor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;

/** A descriptor of {@code com.acme.PetStore} with some attributes set. */
public final class TestDescriptor {

  private final Map<String, Object> attributes = new LinkedHashMap<>();

  private TestDescriptor() {}

  /** Nothing but the main class. */
  public static TestDescriptor bare() {
    return new TestDescriptor().with("mainClass", "com.acme.PetStore");
  }

  /** The same with one attribute set. */
  public TestDescriptor with(String attribute, Object value) {
    TestDescriptor copy = new TestDescriptor();
    copy.attributes.putAll(attributes);
    copy.attributes.put(attribute, value);
    return copy;
  }

  /** The descriptor. */
  public ImageDescriptor build() {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            attributes.containsKey(method.getName())
                ? attributes.get(method.getName())
                : InvocationHandler.invokeDefault(proxy, method);
    return (ImageDescriptor)
        Proxy.newProxyInstance(
            TestDescriptor.class.getClassLoader(), new Class<?>[] {ImageDescriptor.class}, handler);
  }
}
