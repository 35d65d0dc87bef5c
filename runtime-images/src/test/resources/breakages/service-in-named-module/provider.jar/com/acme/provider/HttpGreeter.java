package com.acme.provider;

import com.acme.service.Greeter;
import java.net.http.HttpClient;
import java.time.Duration;

/** Would greet over HTTP. */
public class HttpGreeter implements Greeter {

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  @Override
  public String greeting() {
    return client.connectTimeout().isPresent() ? "OK" : "no time limit";
  }
}
