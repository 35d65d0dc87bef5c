package com.acme;

import java.util.Locale;

/** Prints prices for Germans. */
public class App {

  public static void main(String[] args) {
    String price = String.format(Locale.GERMAN, "%,.2f", 1234.5);
    System.out.println(price.equals("1.234,50") ? "OK" : price);
  }
}
