package com.acme;

import java.util.random.RandomGenerator;

/** Rolls dice. */
public class App {

  public static void main(String[] args) {
    int rolled = RandomGenerator.getDefault().nextInt(1, 7);
    System.out.println(rolled >= 1 && rolled <= 6 ? "OK" : "rolled " + rolled);
  }
}
