package com.acme.pets;

public final class Pets {
  public static final String ALL = "all";
}
