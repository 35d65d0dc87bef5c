package com.acme;

/** An agent that needs no instrumentation. */
public class Agent {

  public static void agentmain(String arguments) {
    System.setProperty("com.acme.agent", "OK");
  }
}
