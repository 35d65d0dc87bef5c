package com.acme;

/** Does something that is recorded. */
public class App {

  public static void main(String[] args) {
    System.gc();
    System.out.println("OK");
  }
}
