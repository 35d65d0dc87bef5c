package dev.parka.runtime.classes;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One copy of each name that class files have, found by its bytes: a class path says the same few
 * names over and over. Not for several threads at a time.
 */
final class NameTable {

  private static final Name[] NOTHING = {};

  /** A name; what is known of it is found out once. */
  static final class Name {
    final String text;

    /** Modified UTF-8. */
    private final byte[] bytes;

    private final int hash;

    /** The last class that it was counted for: see {@link Counted}. */
    private int stamp;

    /** The classes in this descriptor; null as long as nobody asked. */
    private Name @Nullable [] inDescriptor;

    Name(String text, byte[] bytes, int hash) {
      this.text = text;
      this.bytes = bytes;
      this.hash = hash;
    }
  }

  /** Names, each once, in the order in which they came. */
  final class Counted {
    private final int own = ++stamp;
    private final List<String> texts = new ArrayList<>();

    void add(Name name) {
      if (name.stamp != own) {
        name.stamp = own;
        texts.add(name.text);
      }
    }

    void addAll(Name[] names) {
      for (Name name : names) {
        add(name);
      }
    }

    /** All but one. */
    List<String> without(String text) {
      texts.remove(text);
      return texts;
    }
  }

  private @Nullable Name[] slots = new Name[1 << 13];
  private final Map<String, Name> beyondAscii = new HashMap<>();
  private int size;
  private int stamp;

  /** Begins to count the names of one class. */
  Counted count() {
    return new Counted();
  }

  /** The name that these bytes of modified UTF-8, after two of their length, are. */
  Name of(byte[] bytes, int offset, int length) throws BadClassFileException {
    int hash = length;
    int signs = 0;
    for (int i = offset; i < offset + length; i++) {
      int b = bytes[i];
      signs |= b;
      hash = hash * 31 + b;
    }
    return signs < 0 ? decoded(bytes, offset, length) : of(bytes, offset, length, hash);
  }

  private Name of(byte[] bytes, int offset, int length, int hash) {
    int mixed = hash ^ (hash >>> 15);
    int slot = mixed & (slots.length - 1);
    for (Name name = slots[slot]; name != null; name = slots[slot]) {
      if (name.hash == mixed
          && Arrays.equals(name.bytes, 0, name.bytes.length, bytes, offset, offset + length)) {
        return name;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    byte[] own = Arrays.copyOfRange(bytes, offset, offset + length);
    Name name = new Name(new String(own, StandardCharsets.US_ASCII), own, mixed);
    slots[slot] = name;
    if (++size * 2 > slots.length) {
      grow();
    }
    return name;
  }

  private Name decoded(byte[] bytes, int offset, int length) throws BadClassFileException {
    try (DataInputStream in =
        new DataInputStream(
            new ByteArrayInputStream(bytes, offset - Short.BYTES, length + Short.BYTES))) {
      return beyondAscii.computeIfAbsent(in.readUTF(), text -> new Name(text, new byte[0], 0));
    } catch (IOException e) {
      throw new BadClassFileException("its constant pool has text that is no modified UTF-8");
    }
  }

  /** The classes in a descriptor, which holds each as {@code Ljava/lang/String;}. */
  Name[] inDescriptor(Name descriptor) throws BadClassFileException {
    Name[] known = descriptor.inDescriptor;
    if (known == null) {
      known = parse(descriptor);
      descriptor.inDescriptor = known;
    }
    return known;
  }

  private Name[] parse(Name descriptor) throws BadClassFileException {
    String text = descriptor.text;
    Name[] found = NOTHING;
    for (int i = text.indexOf('L'); i >= 0; i = text.indexOf('L', i)) {
      int end = text.indexOf(';', i);
      if (end < 0) {
        throw new BadClassFileException("it has a descriptor without an end");
      }
      found = Arrays.copyOf(found, found.length + 1);
      found[found.length - 1] =
          descriptor.bytes.length == 0
              ? beyondAscii.computeIfAbsent(
                  text.substring(i + 1, end), name -> new Name(name, new byte[0], 0))
              : of(descriptor.bytes, i + 1, end - i - 1);
      i = end;
    }
    return found;
  }

  private void grow() {
    @Nullable Name[] old = slots;
    slots = new Name[old.length * 2];
    for (Name name : old) {
      if (name != null) {
        int slot = name.hash & (slots.length - 1);
        while (slots[slot] != null) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = name;
      }
    }
  }
}
