package com.acme;

import java.nio.charset.Charset;

/** Reads what an old system sends. */
public class App {

  private static final Charset CHARSET = Charset.forName("ISO-2022-JP");

  public static void main(String[] args) {
    byte[] sent = {0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42};
    String text = new String(sent, CHARSET);
    System.out.println(text.equals("日本") ? "OK" : text);
  }
}
