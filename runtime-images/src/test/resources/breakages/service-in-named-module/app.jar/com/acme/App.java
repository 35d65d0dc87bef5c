package com.acme;

import com.acme.service.Greeter;
import java.util.ServiceLoader;

/** Greets with whatever provider there is. */
public class App {

  public static void main(String[] args) {
    System.out.println(ServiceLoader.load(Greeter.class).findFirst().orElseThrow().greeting());
  }
}
