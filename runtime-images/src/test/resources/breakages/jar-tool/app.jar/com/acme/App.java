package com.acme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/** Packs a file. */
public class App {

  public static void main(String[] args) throws Exception {
    Files.writeString(Path.of(args[0], "packed.txt"), "packed");
    ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
    int result =
        jar.run(
            System.out,
            System.err,
            "--create",
            "--file",
            args[0] + "/packed.jar",
            "-C",
            args[0],
            "packed.txt");
    System.out.println(result == 0 ? "OK" : "not packed");
  }
}
