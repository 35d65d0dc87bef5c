package dev.parka.runtime.modules;

import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@link RootModules} as bytes, for a cache: no format for anybody else. */
final class RootModulesCodec {

  private static final int MOST = 100_000;

  private RootModulesCodec() {}

  /** Empty if there is something in them that has no place here, such as a text without end. */
  static Optional<byte[]> encode(RootModules modules) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(modules.reasons(), out);
      write(modules.leftOut(), out);
      out.writeInt(modules.warnings().size());
      for (Problem warning : modules.warnings()) {
        if (!(warning.id() instanceof RuntimeProblem id)) {
          return Optional.empty();
        }
        out.writeUTF(id.name());
        out.writeUTF(warning.fact());
        out.writeUTF(warning.fix());
      }
    } catch (UTFDataFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(bytes.toByteArray());
  }

  /** What was encoded; empty if it was something else. */
  static Optional<RootModules> decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      SortedMap<ModuleName, List<Reason>> reasons = read(in);
      SortedMap<ModuleName, List<Reason>> leftOut = read(in);
      List<Problem> warnings = new ArrayList<>();
      for (int count = count(in); count > 0; count--) {
        warnings.add(new Problem(RuntimeProblem.valueOf(in.readUTF()), in.readUTF(), in.readUTF()));
      }
      return Optional.of(new RootModules(reasons, leftOut, warnings));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static void write(SortedMap<ModuleName, List<Reason>> reasons, DataOutputStream out)
      throws IOException {
    out.writeInt(reasons.size());
    for (Map.Entry<ModuleName, List<Reason>> module : reasons.entrySet()) {
      out.writeUTF(module.getKey().value());
      out.writeInt(module.getValue().size());
      for (Reason reason : module.getValue()) {
        out.writeUTF(reason.text());
        out.writeBoolean(reason.isWeak());
      }
    }
  }

  private static SortedMap<ModuleName, List<Reason>> read(DataInputStream in) throws IOException {
    SortedMap<ModuleName, List<Reason>> reasons = new TreeMap<>();
    for (int modules = count(in); modules > 0; modules--) {
      ModuleName module = new ModuleName(in.readUTF());
      List<Reason> of = new ArrayList<>();
      for (int count = count(in); count > 0; count--) {
        of.add(new Reason(in.readUTF(), in.readBoolean()));
      }
      reasons.put(module, of);
    }
    return reasons;
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST) {
      throw new IOException("no count: " + count);
    }
    return count;
  }
}
