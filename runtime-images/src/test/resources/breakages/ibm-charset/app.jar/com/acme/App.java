package com.acme;

/** Reads what a mainframe sends. */
public class App {

  public static void main(String[] args) throws Exception {
    byte[] sent = {(byte) 0xd6, (byte) 0xd2};
    System.out.println(new String(sent, "Cp1047"));
  }
}
