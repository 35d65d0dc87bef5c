package com.acme;

import com.acme.fetch.Fetcher;

/** Uses a library that is another on newer JDKs. */
public class App {

  public static void main(String[] args) {
    System.out.println(Fetcher.describe());
  }
}
