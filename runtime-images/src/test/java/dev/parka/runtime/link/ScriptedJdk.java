package dev.parka.runtime.link;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.jdk.Libc;
import dev.parka.runtime.modules.ModuleName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * A JDK whose jlink is a script, which writes an image of some megabytes within milliseconds and
 * counts how often it was run: for tests of all that is around a link.
 */
record ScriptedJdk(Path home) {

  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  private static final String VERSION = "25";
  private static final String BASE = "jmods/java.base.jmod";

  private static final String JLINK =
      """
      #!/bin/sh
      for argument; do
        case $argument in --output=*) output=${argument#--output=};; esac
      done
      echo link >> "$(dirname "$0")/../../links"
      mkdir -p "$output/bin" "$output/lib" || exit 1
      echo 'MODULES="java.base"' > "$output/release" || exit 1
      echo program > "$output/bin/java" && chmod +x "$output/bin/java" || exit 1
      for i in 1 2 3 4 5 6 7 8; do
        head -c 400000 /dev/zero > "$output/lib/file$i" || exit 1
      done
      """;

  /** Writes it to {@code jdk} in a directory. */
  static ScriptedJdk in(Path directory) throws IOException {
    Path home = directory.resolve("jdk");
    Path bin = Files.createDirectories(home.resolve("bin"));
    Files.writeString(bin.resolve("java"), "#!/bin/sh\n");
    Files.writeString(bin.resolve("jlink"), JLINK);
    Files.setPosixFilePermissions(
        bin.resolve("jlink"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectory(home.resolve("jmods"));
    Files.write(home.resolve(BASE), jmod());
    for (String file : List.of("bin/java", "bin/jlink", BASE)) {
      Files.setLastModifiedTime(home.resolve(file), LONG_AGO);
    }
    return new ScriptedJdk(home);
  }

  /** A zip file after a magic number, in which nothing is but the descriptor. */
  private static byte[] jmod() throws IOException {
    ClassWriter descriptor = new ClassWriter(0);
    descriptor.visit(Opcodes.V17, Opcodes.ACC_MODULE, "module-info", null, null, null);
    descriptor.visitModule("java.base", 0, VERSION).visitEnd();
    descriptor.visitEnd();
    ByteArrayOutputStream jmod = new ByteArrayOutputStream();
    jmod.write(new byte[] {'J', 'M', 1, 0});
    try (ZipOutputStream zip = new ZipOutputStream(jmod)) {
      zip.putNextEntry(new ZipEntry("classes/module-info.class"));
      zip.write(descriptor.toByteArray());
    }
    return jmod.toByteArray();
  }

  LinkPlan plan() {
    Jdk jdk =
        new Jdk(
            home, Runtime.Version.parse(VERSION), "test", Jdk.running().architecture(), Libc.GLIBC);
    return new LinkPlan(jdk, JlinkOptions.of(List.of(ModuleName.JAVA_BASE)));
  }

  /** How often jlink was run. */
  int links() throws IOException {
    Path count = home.resolveSibling("links");
    if (Files.notExists(count)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(count)) {
      return (int) lines.count();
    }
  }
}
