package dev.parka.catalog;

import java.util.Optional;

/**
 * The JDK in an image.
 *
 * @param home where it lies; {@code {version}} and {@code {arch}} stand for what differs
 * @param jmods whether jlink finds jmods there
 * @param jmodsUntil the last feature version that has them, if they were dropped
 * @param linksItselfFrom the first feature version that links from its own run-time image (JEP 493)
 * @param packageName what to add first to have it; empty where it is there
 */
public record KnownJdk(
    String home,
    Jmods jmods,
    Optional<Integer> jmodsUntil,
    Optional<Integer> linksItselfFrom,
    Optional<String> packageName) {

  /** Whether something is there. */
  public enum Jmods {
    /** It is. */
    YES,
    /** It is not. */
    NO,
    /** Nobody has looked. */
    UNKNOWN
  }

  /** Where it lies, for a feature version and an architecture in OCI's word. */
  public String home(int version, String architecture) {
    return KnownImage.fill(home, version).replace("{arch}", architecture);
  }

  /** What to add first, for a feature version. */
  public Optional<String> packageName(int version) {
    return packageName.map(name -> KnownImage.fill(name, version));
  }

  /** Whether it is known that jlink has nothing there to link from. */
  public boolean cannotLink(int version) {
    boolean hasJmods = jmods != Jmods.NO && (jmodsUntil.isEmpty() || version <= jmodsUntil.get());
    boolean linksItself = linksItselfFrom.isPresent() && version >= linksItselfFrom.get();
    return !hasJmods && !linksItself;
  }
}
