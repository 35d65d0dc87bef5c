package com.acme.agent;

import java.lang.instrument.Instrumentation;
import java.net.http.HttpClient;

/** Would report over HTTP what it sees. */
public class Agent {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  public static void premain(String arguments, Instrumentation instrumentation) {
    boolean ready = instrumentation.getAllLoadedClasses().length > 0 && CLIENT.version() != null;
    System.setProperty("com.acme.agent", ready ? "OK" : "not ready");
  }
}
