package com.acme;

import com.acme.signed.Library;

/** Trusts signed libraries alone. */
public class App {

  public static void main(String[] args) {
    boolean signed = Library.class.getProtectionDomain().getCodeSource().getCodeSigners() != null;
    System.out.println(signed ? Library.state() : "the library is not signed");
  }
}
