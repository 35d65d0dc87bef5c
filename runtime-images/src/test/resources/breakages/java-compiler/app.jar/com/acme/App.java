package com.acme;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles a class against the classes that it has itself. */
public class App {

  public static void main(String[] args) throws Exception {
    Path source = Path.of(args[0], "Generated.java");
    Files.writeString(source, "class Generated extends com.acme.App {}");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int result =
        compiler.run(
            null,
            System.out,
            System.err,
            "--release",
            "17",
            "-cp",
            System.getProperty("java.class.path"),
            source.toString());
    System.out.println(result == 0 ? "OK" : "not compiled");
  }
}
