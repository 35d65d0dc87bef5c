package dev.parka.runtime.trace;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.testing.OtherJdk;
import java.util.Optional;
import java.util.stream.Stream;

/** The modules of the JDKs on this machine. */
final class Catalogs {

  private Catalogs() {}

  static ModuleCatalog running() {
    return ModuleCatalog.open(Jdk.running());
  }

  /** The catalog of the other JDK; the test is skipped where there is none. */
  static ModuleCatalog other() {
    Optional<Jdk> other = OtherJdk.find();
    assumeTrue(other.isPresent(), "only one JDK in /usr/lib/jvm");
    return ModuleCatalog.open(other.orElseThrow());
  }

  /** The catalog of a JDK of this version; the test is skipped where there is none. */
  static ModuleCatalog of(int feature) {
    Optional<Jdk> jdk =
        Stream.concat(Stream.of(Jdk.running()), OtherJdk.find().stream())
            .filter(j -> j.featureVersion() == feature)
            .findFirst();
    assumeTrue(jdk.isPresent(), "no JDK " + feature + " in /usr/lib/jvm");
    return ModuleCatalog.open(jdk.orElseThrow());
  }
}
