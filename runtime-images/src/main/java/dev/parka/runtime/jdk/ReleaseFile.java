package dev.parka.runtime.jdk;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code release} file of a run-time image: lines of {@code KEY="value"}. */
public final class ReleaseFile {

  private ReleaseFile() {}

  /**
   * The values by their keys, without the quotation marks.
   *
   * @throws ParkaException [DamagedJdk] if the file cannot be read
   */
  public static Map<String, String> read(Path file) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : text(file).split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        String value = line.substring(equals + 1).strip();
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        values.put(
            line.substring(0, equals).strip(),
            quoted ? value.substring(1, value.length() - 1) : value);
      }
    }
    return values;
  }

  /**
   * All of it.
   *
   * @throws ParkaException [DamagedJdk] if the file cannot be read
   */
  public static String text(Path file) {
    // Channels, which Files would take, are slow to start.
    try (InputStream in = new FileInputStream(file.toFile())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ParkaException(
          RuntimeProblem.DAMAGED_JDK, file + " cannot be read", "install the JDK again", e);
    }
  }
}
