package dev.parka.report;

import dev.parka.oci.HandMadeImage;
import dev.parka.oci.HandMadeLayer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An image that has a little of everything: libraries, modules, a jar. Nothing in it is compressed,
 * so that its digests hang on no JDK's zlib.
 */
final class SmallImage {

  private SmallImage() {}

  static HandMadeImage image() {
    return image("app.jar", "App");
  }

  /** The same with a jar and an argument of these names. */
  static HandMadeImage image(String jar, String argument) {
    return new HandMadeImage()
        .uncompressed(
            new HandMadeLayer()
                .directory("lib", 0755)
                .file("lib/libc.so.6", 0755, noise(1, 30_000))
                .directory("tmp", 01777))
        .uncompressed(
            HandMadeImage.runtime()
                .directory("opt/java/lib", 0755)
                .file("opt/java/lib/modules", 0644, modules())
                .directory("opt/java/lib/server", 0755)
                .file("opt/java/lib/server/libjvm.so", 0755, noise(2, 80_000)))
        .uncompressed(
            new HandMadeLayer()
                .directory("app", 0755)
                .file("app/" + jar, 0644, jar())
                .file("app/class-path", "-cp\n\"/app/app.jar\"\n"))
        .container(
            c -> {
              c.putArray("Entrypoint").add("/opt/java/bin/java").add("@/app/class-path");
              c.putArray("Cmd").add(argument);
            });
  }

  static byte[] modules() {
    return new HandMadeModules()
        .module("java.base")
        .file("java.base", "java/lang", "Object", "class", noise(3, 20_000))
        .file("java.base", "java/util", "List", "class", noise(4, 9_000))
        .module("java.logging", "java.base")
        .file("java.logging", "java/util/logging", "Level", "class", noise(5, 4_000))
        .module("java.xml", "java.base")
        .file("java.xml", "javax/xml", "Schema", "class", noise(6, 12_000))
        .module("java.sql", "java.base", "java.logging", "java.xml")
        .file("java.sql", "java/sql", "Driver", "class", noise(7, 2_000))
        .bytes();
  }

  private static byte[] jar() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "META-INF/MANIFEST.MF", noise(8, 60));
      add(zip, "com/acme/App.class", noise(9, 3_000));
      add(zip, "com/acme/store/Store.class", noise(10, 7_000));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 checksum = new CRC32();
    checksum.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /** Bytes of which little can be compressed, the same every time. */
  private static byte[] noise(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
