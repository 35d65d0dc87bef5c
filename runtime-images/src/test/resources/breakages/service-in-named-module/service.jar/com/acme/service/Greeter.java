package com.acme.service;

/** Greets. */
public interface Greeter {
  String greeting();
}
