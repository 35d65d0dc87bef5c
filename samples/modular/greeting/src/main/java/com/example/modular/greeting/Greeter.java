package com.example.modular.greeting;

/** Greets in one language. */
public interface Greeter {

  /** The language that it greets in, such as {@code en}. */
  String language();

  /** Says hello. */
  String greet(String name);
}
