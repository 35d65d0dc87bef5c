package com.example.petstore;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a request.
 *
 * @param status the HTTP status
 * @param headers its own headers, beside those that every answer has
 * @param body what is sent as JSON, if anything
 */
record Reply(int status, Map<String, String> headers, @Nullable Object body) {

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply ok(Object body) {
    return new Reply(200, Map.of(), body);
  }

  static Reply created(String location, Object body) {
    return new Reply(201, Map.of("Location", location), body);
  }

  static Reply noContent() {
    return new Reply(204, Map.of(), null);
  }
}
