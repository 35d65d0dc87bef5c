package com.acme;

import com.acme.one.One;
import com.acme.two.Two;

/** Uses two libraries that say that they are the same. */
public class App {

  public static void main(String[] args) {
    System.out.println(One.state() + Two.state());
  }
}
