package dev.parka.runtime.modules;

import dev.parka.runtime.reach.JdkClasses;
import java.util.Optional;

/** The classes of a catalog's modules. */
record CatalogClasses(ModuleCatalog catalog) implements JdkClasses {

  @Override
  public boolean has(String name) {
    return catalog.moduleOfInternal(name).isPresent();
  }

  @Override
  public Optional<byte[]> classFile(String name) {
    return catalog.classFile(name);
  }
}
