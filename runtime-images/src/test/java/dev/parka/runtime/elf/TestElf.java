package dev.parka.runtime.elf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes small ELF files that say what a test wants them to say. */
public final class TestElf {

  public static final int AMD64 = 62;
  public static final int ARM64 = 183;

  private static final int SEGMENTS = 3;

  private final int machine;
  private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
  private final List<Long> dynamic = new ArrayList<>();
  private final List<String> versions = new ArrayList<>();
  private String interpreter = "";
  private int bits = 64;

  private TestElf(int machine) {
    this.machine = machine;
    strings.write(0);
  }

  /** A shared library for a machine, which asks for nothing. */
  public static TestElf of(int machine) {
    return new TestElf(machine);
  }

  public TestElf needs(String... libraries) {
    for (String library : libraries) {
      entry(1, string(library));
    }
    return this;
  }

  public TestElf soname(String name) {
    return entry(14, string(name));
  }

  public TestElf rpath(String path) {
    return entry(15, string(path));
  }

  public TestElf runPath(String path) {
    return entry(29, string(path));
  }

  public TestElf interpreter(String path) {
    interpreter = path;
    return this;
  }

  public TestElf defines(String... names) {
    versions.addAll(List.of(names));
    return this;
  }

  public TestElf bits(int number) {
    bits = number;
    return this;
  }

  /** Writes the file, and its directories where they are missing. */
  public Path write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes());
  }

  public byte[] bytes() {
    byte[] path = (interpreter + "\0").getBytes(StandardCharsets.UTF_8);
    List<Integer> versionNames = versions.stream().map(name -> (int) string(name)).toList();
    int pathAt = 64 + SEGMENTS * 56;
    int stringsAt = pathAt + path.length;
    int versionsAt = stringsAt + strings.size();
    int dynamicAt = versionsAt + versions.size() * 28;
    entry(5, stringsAt);
    if (!versions.isEmpty()) {
      entry(0x6ffffffc, versionsAt);
      entry(0x6ffffffd, versions.size());
    }
    entry(0, 0);
    int end = dynamicAt + dynamic.size() * 8;
    ByteBuffer out = ByteBuffer.allocate(end).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {0x7f, 'E', 'L', 'F', (byte) (bits / 32), 1, 1}).position(16);
    out.putShort((short) 3).putShort((short) machine).putInt(1);
    out.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) SEGMENTS);
    segment(out.position(64), 1, 0, end);
    segment(out, interpreter.isEmpty() ? 0 : 3, pathAt, path.length);
    segment(out, 2, dynamicAt, dynamic.size() * 8L);
    out.put(path).put(strings.toByteArray());
    for (int name : versionNames) {
      out.putShort((short) 1).putShort((short) 0).putShort((short) 1).putShort((short) 1);
      out.putInt(0).putInt(20).putInt(28).putInt(name).putInt(0);
    }
    dynamic.forEach(out::putLong);
    return out.array();
  }

  /** All addresses are offsets in the file. */
  private static void segment(ByteBuffer out, int type, long offset, long size) {
    out.putInt(type).putInt(4).putLong(offset).putLong(offset).putLong(offset);
    out.putLong(size).putLong(size).putLong(1);
  }

  private TestElf entry(long tag, long value) {
    dynamic.add(tag);
    dynamic.add(value);
    return this;
  }

  private long string(String text) {
    int at = strings.size();
    strings.writeBytes((text + "\0").getBytes(StandardCharsets.UTF_8));
    return at;
  }
}
