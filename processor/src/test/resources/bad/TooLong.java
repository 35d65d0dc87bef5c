package com.acme;

import dev.parka.annotations.ContainerImage;

@ContainerImage(arguments = App.TEXT) // error: [TooLong] an argument has 32000 bytes; use at most 30000, or put it into a file of the application
final class App {
  static final String TEN = "0123456789";
  static final String HUNDRED = TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN;
  static final String THOUSAND =
      HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED;
  static final String MANY =
      THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND + THOUSAND;
  static final String TEXT = MANY + MANY + MANY + MANY;

  public static void main(String[] arguments) {}
}
