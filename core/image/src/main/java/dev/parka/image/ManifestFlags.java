package dev.parka.image;

import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.Names;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.JvmFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;

/**
 * What {@code java -jar} takes from the manifest of the jar that it runs, as flags for an image,
 * which runs the main class on a class path: packages that are exported or opened, and native
 * access. Source: the specification of JAR files, "Main Attributes".
 */
public final class ManifestFlags {

  private static final String TO_CLASS_PATH = "=ALL-UNNAMED";

  /** Before that, the attribute says nothing. */
  private static final int NATIVE_ACCESS_SINCE = 22;

  private ManifestFlags() {}

  /**
   * The specification with the flags of the manifest before its own, if the first jar is the one
   * that {@code java -jar} would run, and runs the same class.
   *
   * @param featureVersion of the JDK in the image
   * @throws dev.parka.runtime.ParkaException [BadJar] if the manifest cannot be read
   */
  public static ImageSpec on(ImageSpec spec, ClassPath classPath, int featureVersion) {
    Attributes manifest = MainClassFinder.manifest(classPath);
    String mainClass = manifest.getValue(Attributes.Name.MAIN_CLASS);
    ClassName wanted = spec.application().mainClass();
    if (mainClass == null || !mainClass.strip().equals(wanted.value())) {
      return spec;
    }
    List<JvmFlag> own = spec.application().jvmFlags();
    List<JvmFlag> flags = new ArrayList<>();
    packages(manifest, "Add-Exports", "--add-exports=", flags);
    packages(manifest, "Add-Opens", "--add-opens=", flags);
    String access = manifest.getValue("Enable-Native-Access");
    if (access != null
        && access.strip().equals("ALL-UNNAMED")
        && featureVersion >= NATIVE_ACCESS_SINCE) {
      flags.add(new JvmFlag("--enable-native-access" + TO_CLASS_PATH));
    }
    flags.removeAll(own);
    flags.addAll(own);
    return flags.equals(own) ? spec : spec.withJvmFlags(flags);
  }

  /** {@code java} passes by what is not of the form {@code module/package}. */
  private static void packages(
      Attributes manifest, String attribute, String flag, List<JvmFlag> flags) {
    String value = manifest.getValue(attribute);
    if (value == null) {
      return;
    }
    for (String opened : value.strip().split("\\s+", -1)) {
      String[] parts = opened.split("/", -1);
      if (parts.length == 2 && Names.isQualified(parts[0]) && Names.isQualified(parts[1])) {
        JvmFlag wanted = new JvmFlag(flag + opened + TO_CLASS_PATH);
        if (!flags.contains(wanted)) {
          flags.add(wanted);
        }
      }
    }
  }
}
