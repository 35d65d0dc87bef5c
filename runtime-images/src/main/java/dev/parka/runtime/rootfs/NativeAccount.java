package dev.parka.runtime.rootfs;

import dev.parka.runtime.elf.DynamicSection;
import dev.parka.runtime.elf.ElfFile;
import dev.parka.runtime.elf.ElfKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** ELF files by their paths in a run-time image, as bytes to remember. */
final class NativeAccount {

  private NativeAccount() {}

  static byte[] encode(SortedMap<String, ElfFile> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(files.size());
      for (Map.Entry<String, ElfFile> file : files.entrySet()) {
        ElfFile elf = file.getValue();
        out.writeUTF(file.getKey());
        out.writeInt(elf.kind().bits());
        out.writeBoolean(elf.kind().littleEndian());
        out.writeInt(elf.kind().type());
        out.writeInt(elf.kind().machine());
        write(out, elf.interpreter().stream().toList());
        write(out, elf.dynamic().soname().stream().toList());
        write(out, elf.dynamic().needed());
        write(out, elf.dynamic().runPath());
        write(out, elf.dynamic().versions());
        out.writeInt(elf.dynamic().wanted().size());
        for (Map.Entry<String, SortedSet<String>> library : elf.dynamic().wanted().entrySet()) {
          out.writeUTF(library.getKey());
          write(out, library.getValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written", e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #encode} wrote; empty for anything else. */
  static Optional<SortedMap<String, ElfFile>> decode(byte[] bytes) {
    SortedMap<String, ElfFile> files = new TreeMap<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      for (int left = in.readInt(); left > 0; left--) {
        String path = in.readUTF();
        ElfKind kind = new ElfKind(in.readInt(), in.readBoolean(), in.readInt(), in.readInt());
        Optional<String> interpreter = read(in).stream().findFirst();
        Optional<String> soname = read(in).stream().findFirst();
        DynamicSection dynamic =
            new DynamicSection(soname, read(in), read(in), new TreeSet<>(read(in)), readWanted(in));
        files.put(path, new ElfFile(kind, interpreter, dynamic));
      }
      return in.read() < 0 ? Optional.of(files) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void write(DataOutputStream out, Collection<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static SortedMap<String, SortedSet<String>> readWanted(DataInputStream in)
      throws IOException {
    SortedMap<String, SortedSet<String>> wanted = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      wanted.put(in.readUTF(), new TreeSet<>(read(in)));
    }
    return wanted;
  }

  private static List<String> read(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}
