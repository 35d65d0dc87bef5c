package com.acme;

/** Runs with an agent inside it. */
public class App {

  public static void main(String[] args) {
    System.out.println(System.getProperty("com.acme.agent", "no agent"));
  }
}
