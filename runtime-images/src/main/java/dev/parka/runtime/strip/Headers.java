package dev.parka.runtime.strip;

import java.util.List;

/** C headers, from which native methods and agents are compiled. */
record Headers() implements ImageStrip {

  @Override
  public StripKind kind() {
    return StripKind.HEADERS;
  }

  @Override
  public List<UnwantedFiles> unwanted() {
    return List.of(new UnwantedFiles.Named(List.of("include")));
  }
}
