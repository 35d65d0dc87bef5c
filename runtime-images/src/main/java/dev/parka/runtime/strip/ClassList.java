package dev.parka.runtime.strip;

import java.util.List;

/**
 * The classes from which {@code java -Xshare:dump} makes a default archive, if no other list is
 * given. The virtual machine reads it at no other time.
 */
record ClassList() implements ImageStrip {

  @Override
  public StripKind kind() {
    return StripKind.CLASS_LIST;
  }

  @Override
  public List<UnwantedFiles> unwanted() {
    return List.of(new UnwantedFiles.Named(List.of("lib/classlist")));
  }
}
