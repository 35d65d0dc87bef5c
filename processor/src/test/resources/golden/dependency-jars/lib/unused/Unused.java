package com.acme.unused;

public final class Unused {
  static final java.net.http.HttpClient CLIENT = null;
}
