package com.acme.fetch;

import java.net.http.HttpClient;

/** Fetches as Java 11 does. */
public class Fetcher {

  public static String describe() {
    return HttpClient.newHttpClient().version() == HttpClient.Version.HTTP_2 ? "OK" : "old";
  }
}
