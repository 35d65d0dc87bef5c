package com.acme;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes a zip file, then reads it. */
public class App {

  public static void main(String[] args) throws Exception {
    URI zip = URI.create("jar:" + Path.of(args[0]).toUri());
    try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Files.writeString(files.getPath("/greeting.txt"), "OK");
    }
    try (FileSystem files = FileSystems.newFileSystem(zip, Map.of())) {
      System.out.println(Files.readString(files.getPath("/greeting.txt")));
    }
  }
}
