package com.acme.pets;

public final class Pets {
  public static String all() {
    return String.valueOf(new com.acme.store.Store().connection());
  }
}
