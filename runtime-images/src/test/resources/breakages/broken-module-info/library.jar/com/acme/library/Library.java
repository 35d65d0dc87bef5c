package com.acme.library;

import java.sql.Timestamp;

/** A library that uses a module. */
public class Library {

  public static String state() {
    return new Timestamp(0).getTime() == 0 ? "OK" : "no epoch";
  }
}
