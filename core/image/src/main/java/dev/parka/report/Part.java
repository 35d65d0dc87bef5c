package dev.parka.report;

import dev.parka.report.Weight.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A part of a layer while it is weighed. */
final class Part {

  private final String name;
  private final Kind kind;
  private final Map<String, Part> parts = new TreeMap<>();
  private long measured;
  private long unpacked;

  Part(String name, Kind kind) {
    this.name = name;
    this.kind = kind;
  }

  /** A part of this one, made when it is first asked for. */
  Part part(String partName, Kind partKind) {
    return parts.computeIfAbsent(partName, key -> new Part(partName, partKind));
  }

  /** Adds to what it weighs itself. */
  void add(long measuredBytes, long unpackedBytes) {
    measured += measuredBytes;
    unpacked += unpackedBytes;
  }

  /** Its weight, if all of it takes up so many bytes on the wire. */
  Weight share(long stored) {
    List<Part> all = new ArrayList<>(parts.values());
    long[] measures = new long[all.size() + 1];
    for (int i = 0; i < all.size(); i++) {
      measures[i] = all.get(i).measured();
    }
    measures[all.size()] = measured;
    long[] shares = Shares.of(stored, measures);
    List<Weight> weights = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      weights.add(all.get(i).share(shares[i]));
    }
    return new Weight(name, kind, stored, unpacked(), weights);
  }

  private long measured() {
    return measured + parts.values().stream().mapToLong(Part::measured).sum();
  }

  private long unpacked() {
    return unpacked + parts.values().stream().mapToLong(Part::unpacked).sum();
  }
}
