package dev.parka.verify.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Looks for secrets in those files of jars that hold settings and keys. */
public final class JarSecrets {

  private static final Pattern SETTINGS =
      Pattern.compile(".*\\.(?:properties|ya?ml|env|pem|key|json|conf|netrc|npmrc|sh)");
  private static final int MOST_BYTES = 256 << 10;

  private JarSecrets() {}

  /** What the jars that were kept hold; a jar that cannot be read is left to others. */
  public static List<FoundSecret> in(ImageEvidence evidence) throws IOException {
    List<FoundSecret> found = new ArrayList<>();
    for (Map.Entry<String, Path> kept : evidence.kept().entrySet()) {
      if (kept.getKey().endsWith(".jar")) {
        try (ZipFile jar = new ZipFile(kept.getValue().toFile())) {
          look(kept.getKey(), jar, found);
        } catch (ZipException | IllegalArgumentException e) {
          // What is no jar is told where the class path is looked at.
        }
      }
    }
    return found;
  }

  private static void look(String path, ZipFile jar, List<FoundSecret> found) throws IOException {
    Enumeration<? extends ZipEntry> entries = jar.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      if (!entry.isDirectory() && SETTINGS.matcher(entry.getName()).matches()) {
        try (InputStream in = jar.getInputStream(entry)) {
          String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
          for (String kind : SecretPatterns.inFile("/" + entry.getName(), text)) {
            found.add(new FoundSecret("", path + "!/" + entry.getName(), kind));
          }
        }
      }
    }
  }
}
