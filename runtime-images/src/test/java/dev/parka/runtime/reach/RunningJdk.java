package dev.parka.runtime.reach;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.jdk.JdkFiles;
import java.util.Optional;

/** The classes of the JDK that the tests run on. */
record RunningJdk(JdkFiles files) implements JdkClasses {

  static final RunningJdk CLASSES = new RunningJdk(JdkFiles.open(Jdk.running()));

  @Override
  public boolean has(String name) {
    return module(name).isPresent();
  }

  @Override
  public Optional<byte[]> classFile(String name) {
    return module(name).flatMap(module -> files.read(module, name + ".class"));
  }

  private Optional<String> module(String name) {
    int slash = Math.max(0, name.lastIndexOf('/'));
    return files.modulesOf(name.substring(0, slash).replace('/', '.')).stream()
        .filter(module -> files.has(module, name + ".class"))
        .findFirst();
  }
}
