package com.acme.signed;

/** A library with something in it. */
public class Library {

  public static String state() {
    return "OK";
  }
}
