package com.acme;

/** Is watched from afar: the JDK's agent waits for connections. */
public class App {

  public static void main(String[] args) {
    boolean waiting =
        Thread.getAllStackTraces().keySet().stream()
            .anyMatch(thread -> thread.getName().startsWith("RMI TCP Accept"));
    System.out.println(waiting ? "OK" : "nobody waits for connections");
    System.exit(0);
  }
}
