package com.acme;

import com.sun.tools.attach.VirtualMachine;
import java.nio.file.Path;

/** Asks another Java program for its properties. */
public class App {

  public static void main(String[] args) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.acme.Child")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      child.getInputStream().read();
      String pid = Long.toString(child.pid());
      if (VirtualMachine.list().stream().noneMatch(found -> found.id().equals(pid))) {
        throw new IllegalStateException(pid + " is not among " + VirtualMachine.list());
      }
      VirtualMachine machine = VirtualMachine.attach(pid);
      System.out.println(machine.getSystemProperties().getProperty("com.acme.state"));
      machine.detach();
    } finally {
      child.destroy();
    }
  }
}
