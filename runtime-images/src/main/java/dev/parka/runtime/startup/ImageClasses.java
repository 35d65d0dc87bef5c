package dev.parka.runtime.startup;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.jdk.JdkFiles;
import dev.parka.runtime.link.RuntimeImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/**
 * The class files of an image: the run-time image's, which jlink may have changed, and the jars'.
 */
final class ImageClasses implements AutoCloseable {

  private final JdkFiles modules;
  private final List<JarFile> jars;

  private ImageClasses(JdkFiles modules, List<JarFile> jars) {
    this.modules = modules;
    this.jars = jars;
  }

  static ImageClasses open(RuntimeImage runtime, List<Path> classPath) throws IOException {
    Jdk jdk = runtime.jdk();
    Jdk linked =
        new Jdk(runtime.home(), jdk.version(), jdk.vendor(), jdk.architecture(), jdk.libc());
    List<JarFile> jars = new ArrayList<>();
    for (Path jar : classPath) {
      Runtime.Version version = Runtime.Version.parse(String.valueOf(jdk.featureVersion()));
      jars.add(new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, version));
    }
    return new ImageClasses(JdkFiles.open(linked), jars);
  }

  /** A class by a name such as {@code java/lang/Object}; empty if it is made at run time. */
  Optional<byte[]> find(String name) throws IOException {
    String file = name + ".class";
    int slash = name.lastIndexOf('/');
    if (slash > 0) {
      for (String module : modules.modulesOf(name.substring(0, slash).replace('/', '.'))) {
        Optional<byte[]> found = modules.read(module, file);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    for (JarFile jar : jars) {
      JarEntry entry = jar.getJarEntry(file);
      if (entry != null) {
        try (InputStream in = jar.getInputStream(entry)) {
          return Optional.of(in.readAllBytes());
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    modules.close();
    for (JarFile jar : jars) {
      jar.close();
    }
  }
}
