package com.example.petstore;

import org.jspecify.annotations.Nullable;

/**
 * A request, of which HTTP has been taken off.
 *
 * @param method such as {@code GET}
 * @param path such as {@code /pets/7}
 * @param contentType what the body is said to be, if anything is said
 * @param body the body, possibly empty
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for one request and is compared with nothing.
record Request(String method, String path, @Nullable String contentType, byte[] body) {

  /**
   * The body as an object.
   *
   * @throws HttpFailure with status 415 if it is said to be anything but JSON, 400 if it is not
   */
  <T> T json(Class<T> type) throws HttpFailure {
    if (contentType != null && !contentType.matches("(?i)application/json\\s*(;.*)?")) {
      throw HttpFailure.notJson(contentType);
    }
    return Json.read(body, type);
  }
}
