package com.acme.store;

public final class Store {
  public java.sql.Connection connection() {
    return null;
  }
}
