package com.acme;

/** Waits until nobody writes to it any more. */
public class Child {

  public static void main(String[] args) throws Exception {
    System.setProperty("com.acme.state", "OK");
    System.out.println("ready");
    System.in.read();
  }
}
