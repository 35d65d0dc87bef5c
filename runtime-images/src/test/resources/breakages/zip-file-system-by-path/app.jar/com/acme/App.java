package com.acme;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks into its own jar. */
public class App {

  public static void main(String[] args) throws Exception {
    Path jar = Path.of(App.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      System.out.println(Files.exists(files.getPath("com/acme/App.class")) ? "OK" : "no class");
    }
  }
}
