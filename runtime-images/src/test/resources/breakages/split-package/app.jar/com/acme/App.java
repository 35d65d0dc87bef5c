package com.acme;

import com.acme.library.One;
import com.acme.library.Two;

/** Uses a package that lies in two jars. */
public class App {

  public static void main(String[] args) {
    System.out.println(One.state() + Two.state());
  }
}
