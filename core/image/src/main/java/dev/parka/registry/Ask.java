package dev.parka.registry;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A request, which can be made several times.
 *
 * @param method such as {@code GET}
 * @param uri what it is about
 * @param headers its headers, without the authorization
 * @param body opens its body
 * @param time from its first byte to the answer's last
 */
record Ask(
    String method,
    URI uri,
    SortedMap<String, String> headers,
    Supplier<BodyPublisher> body,
    Duration time) {

  /** Copies the headers. */
  Ask {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }

  /** A request without headers and body. */
  static Ask of(String method, URI uri, Duration time) {
    return new Ask(method, uri, new TreeMap<>(), BodyPublishers::noBody, time);
  }

  Ask with(String header, String value) {
    SortedMap<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Ask(method, uri, more, body, time);
  }

  Ask withBody(Supplier<BodyPublisher> newBody) {
    return new Ask(method, uri, headers, newBody, time);
  }

  Ask within(Duration newTime) {
    return new Ask(method, uri, headers, body, newTime);
  }

  Ask at(URI newUri) {
    return new Ask(method, newUri, headers, body, time);
  }

  /** For messages: what follows a question mark may be a secret. */
  @Override
  public String toString() {
    return method + " " + shown(uri);
  }

  static String shown(URI uri) {
    return uri.getScheme()
        + "://"
        + uri.getHost()
        + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
        + uri.getRawPath();
  }
}
