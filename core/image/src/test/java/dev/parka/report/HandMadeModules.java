package dev.parka.report;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/** A {@code lib/modules} file that a test writes by hand: its table is there, but not hashed. */
public final class HandMadeModules {

  private static final int MODULE = 1;
  private static final int PARENT = 2;
  private static final int BASE = 3;
  private static final int EXTENSION = 4;
  private static final int OFFSET = 5;
  private static final int SIZE = 7;
  private static final int KIND_BITS = 3;
  private static final int VALUE_BYTES = 8;

  private final List<byte[]> locations = new ArrayList<>();
  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
  private final ByteArrayOutputStream contents = new ByteArrayOutputStream();

  public HandMadeModules() {
    string("");
  }

  /** A module, which requires others. */
  public HandMadeModules module(String name, String... requires) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V9, Opcodes.ACC_MODULE, "module-info", null, null, null);
    ModuleVisitor module = writer.visitModule(name, 0, null);
    for (String required : requires) {
      module.visitRequire(required, 0, null);
    }
    module.visitEnd();
    writer.visitEnd();
    return file(name, "", "module-info", "class", writer.toByteArray());
  }

  /** A file of a module, such as {@code java/sql}, {@code Driver} and {@code class}. */
  public HandMadeModules file(
      String module, String parent, String base, String extension, byte[] content) {
    ByteArrayOutputStream location = new ByteArrayOutputStream();
    attribute(location, MODULE, string(module));
    attribute(location, PARENT, string(parent));
    attribute(location, BASE, string(base));
    attribute(location, EXTENSION, string(extension));
    attribute(location, OFFSET, contents.size());
    attribute(location, SIZE, content.length);
    location.write(0);
    locations.add(location.toByteArray());
    contents.writeBytes(content);
    return this;
  }

  private int string(String text) {
    Integer known = strings.get(text);
    if (known != null) {
      return known;
    }
    int offset = texts.size();
    texts.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    texts.write(0);
    strings.put(text, offset);
    return offset;
  }

  private static void attribute(ByteArrayOutputStream location, int kind, long value) {
    location.write(kind << KIND_BITS | (VALUE_BYTES - 1));
    location.writeBytes(ByteBuffer.allocate(VALUE_BYTES).putLong(value).array());
  }

  /** The whole file. */
  public byte[] bytes() {
    int count = locations.size();
    int locationBytes = locations.stream().mapToInt(location -> location.length).sum();
    ByteBuffer file =
        ByteBuffer.allocate(
                7 * Integer.BYTES
                    + 2 * Integer.BYTES * count
                    + locationBytes
                    + texts.size()
                    + contents.size())
            .order(ByteOrder.nativeOrder());
    file.putInt(0xCAFEDADA).putInt(1 << 16).putInt(0).putInt(count).putInt(count);
    file.putInt(locationBytes).putInt(texts.size());
    file.put(new byte[Integer.BYTES * count]);
    int at = 0;
    for (byte[] location : locations) {
      file.putInt(at);
      at += location.length;
    }
    locations.forEach(file::put);
    return file.put(texts.toByteArray()).put(contents.toByteArray()).array();
  }
}
