package dev.parka.runtime.strip;

import java.util.List;

/** Manual pages, which document the commands of the modules. */
record ManPages() implements ImageStrip {

  @Override
  public StripKind kind() {
    return StripKind.MAN_PAGES;
  }

  @Override
  public List<UnwantedFiles> unwanted() {
    return List.of(new UnwantedFiles.Named(List.of("man")));
  }
}
