package dev.parka.runtime.classes;

import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.FileDigests;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A module of a module path. As a source it has the services that its descriptor provides; the
 * files in {@code META-INF/services} count for automatic modules alone, as {@code ServiceLoader}
 * says.
 *
 * @param location the jar, or the directory
 * @param descriptor what the module says of itself, or what the JDK makes of a jar without
 *     descriptor
 * @param packages the packages that it has classes in
 * @param source its files
 */
public record ApplicationModule(
    Path location, ModuleDescriptor descriptor, SortedSet<String> packages, ClassSource source)
    implements ClassSource {

  /** Copies the packages. */
  public ApplicationModule {
    packages = Collections.unmodifiableSortedSet(new TreeSet<>(packages));
  }

  /** The module's name. */
  public String moduleName() {
    return descriptor.name();
  }

  /** What reasons call it: the file name of the jar or the directory. */
  @Override
  public String name() {
    return source.name();
  }

  /** As a module it has more to say than its files have on a class path. */
  @Override
  public Digest digest(FileDigests digests) throws IOException {
    return Digest.parts().add("module").add(moduleName()).add(source.digest(digests)).digest();
  }

  @Override
  public SourceFiles open() throws IOException {
    SourceFiles files = source.open();
    return descriptor.isAutomatic() ? files : ProvidedServices.in(files, descriptor);
  }
}
