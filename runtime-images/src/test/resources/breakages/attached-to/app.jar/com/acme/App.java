package com.acme;

/** Lets a tool of another JDK attach to it. */
public class App {

  public static void main(String[] args) throws Exception {
    Process tool =
        new ProcessBuilder(args[0], Long.toString(ProcessHandle.current().pid()), "VM.version")
            .redirectErrorStream(true)
            .start();
    String answer = new String(tool.getInputStream().readAllBytes());
    System.out.println(
        tool.waitFor() == 0 && answer.contains(Runtime.version().toString()) ? "OK" : answer);
  }
}
