package com.example.petstore;

import java.util.Map;

/** A request that cannot be granted: an HTTP status and one sentence for whoever asked. */
final class HttpFailure extends Exception {

  private final int status;
  private final Map<String, String> headers;

  private HttpFailure(int status, String message, Map<String, String> headers) {
    super(message);
    this.status = status;
    this.headers = Map.copyOf(headers);
  }

  static HttpFailure badRequest(String message) {
    return new HttpFailure(400, message, Map.of());
  }

  static HttpFailure notFound(String what) {
    return new HttpFailure(404, "there is no " + what, Map.of());
  }

  static HttpFailure methodNotAllowed(String method, String allowed) {
    return new HttpFailure(405, method + " is not one of " + allowed, Map.of("Allow", allowed));
  }

  static HttpFailure tooLarge(int limit) {
    // The rest of the body stays unread, so the connection can carry no further request.
    return new HttpFailure(
        413, "the body is larger than " + limit + " bytes", Map.of("Connection", "close"));
  }

  static HttpFailure notJson(String contentType) {
    return new HttpFailure(415, "the body is " + contentType + ", not application/json", Map.of());
  }

  static HttpFailure internal() {
    return new HttpFailure(500, "the server failed; its log says how", Map.of());
  }

  /** The answer that says so. */
  Reply reply() {
    return new Reply(status, headers, new ErrorBody(status, String.valueOf(getMessage())));
  }

  /**
   * An error as JSON.
   *
   * @param status the HTTP status
   * @param error one sentence
   */
  public record ErrorBody(int status, String error) {}
}
