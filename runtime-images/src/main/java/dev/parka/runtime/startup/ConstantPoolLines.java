package dev.parka.runtime.startup;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@code @cp} lines of a class list (JDK 24 and later): which entries of a class's constant
 * pool the JVM may resolve when it makes the archive. A recorded list has those that the run had
 * resolved when it ended, which differs from run to run. Here they are all, out of the class file;
 * the JVM leaves alone what it cannot resolve in one way only.
 */
final class ConstantPoolLines {

  private static final int FIRST_VERSION = 24;

  private ConstantPoolLines() {}

  /** One line for each class that can be found and has such entries. */
  static List<String> of(ClassList list, ImageClasses classes, int javaVersion) throws IOException {
    List<String> lines = new ArrayList<>();
    if (javaVersion >= FIRST_VERSION) {
      for (String name : list.classes()) {
        Optional<byte[]> bytes = classes.find(name);
        if (bytes.isPresent()) {
          String entries = entries(bytes.get());
          if (!entries.isEmpty()) {
            lines.add("@cp " + name + entries);
          }
        }
      }
    }
    return lines;
  }

  /** JVMS 4.4: the indices of classes, fields, methods and call sites. */
  private static String entries(byte[] classFile) throws IOException {
    StringBuilder indices = new StringBuilder();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
    in.readInt();
    in.readInt();
    int count = in.readUnsignedShort();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> in.readUTF();
        case 3, 4, 12, 17 -> in.readInt();
        case 5, 6 -> {
          in.readLong();
          i++;
        }
        case 7 -> {
          in.readShort();
          indices.append(' ').append(i);
        }
        case 9, 10, 11, 18 -> {
          in.readInt();
          indices.append(' ').append(i);
        }
        case 8, 16, 19, 20 -> in.readShort();
        case 15 -> {
          in.readByte();
          in.readShort();
        }
        default -> throw new IOException("a constant of kind " + tag);
      }
    }
    return indices.toString();
  }
}
