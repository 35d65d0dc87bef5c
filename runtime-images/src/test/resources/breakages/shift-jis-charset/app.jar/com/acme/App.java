package com.acme;

import java.nio.charset.Charset;

/** Reads what an old system sends. */
public class App {

  private static final Charset CHARSET = Charset.forName("Shift_JIS");

  public static void main(String[] args) {
    byte[] sent = {(byte) 0x93, (byte) 0xfa, (byte) 0x96, (byte) 0x7b};
    String text = new String(sent, CHARSET);
    System.out.println(text.equals("日本") ? "OK" : text);
  }
}
