package dev.parka.spec;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.annotations.Strip;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.strip.StripPlan;
import java.util.Set;
import java.util.TreeSet;

/** Which things are left out: what is by default, what is asked for, not what is to be kept. */
final class WantedStrips {

  private final Attributes attributes;

  WantedStrips(Attributes attributes) {
    this.attributes = attributes;
  }

  Set<StripKind> read(ImageDescriptor descriptor) {
    Set<StripKind> strips = new TreeSet<>(StripPlan.DEFAULT.kinds());
    descriptor.strip().forEach(strip -> strips.add(kind(strip)));
    attributes
        .parseAll("keep", descriptor.keep(), strip -> kept(strip, descriptor))
        .forEach(strips::remove);
    return strips;
  }

  private static StripKind kept(Strip strip, ImageDescriptor descriptor) {
    StripKind kind = kind(strip);
    if (descriptor.strip().contains(strip)) {
      throw new ParkaException(
          SpecProblem.STRIPPED_AND_KEPT,
          kind + " is to be stripped and to be kept",
          "say one of the two");
    }
    return kind;
  }

  private static StripKind kind(Strip strip) {
    return StripKind.valueOf(strip.name());
  }
}
