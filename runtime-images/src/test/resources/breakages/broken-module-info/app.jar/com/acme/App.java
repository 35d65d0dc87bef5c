package com.acme;

import com.acme.library.Library;

/** Uses a library whose module descriptor some tool has broken. */
public class App {

  public static void main(String[] args) {
    System.out.println(Library.state());
  }
}
