package com.example.petstore;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Records to JSON and back; the only user of Jackson. */
final class Json {

  private static final JSON JACKSON =
      JSON.std.with(JSON.Feature.FAIL_ON_UNKNOWN_BEAN_PROPERTY).with(JSON.Feature.USE_FIELDS);

  private Json() {}

  static byte[] write(Object value) {
    try {
      return JACKSON.asBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads one object that is all there is.
   *
   * @throws HttpFailure with status 400 if it is anything else
   */
  static <T> T read(byte[] json, Class<T> type) throws HttpFailure {
    try (JsonParser parser = JACKSON.createParser(json)) {
      parser.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
      @Nullable T value = parser.nextToken() == null ? null : JACKSON.beanFrom(type, parser);
      if (value == null) {
        throw HttpFailure.badRequest("the body is no JSON object");
      }
      if (parser.nextToken() != null) {
        throw HttpFailure.badRequest("the body goes on after its JSON object");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw HttpFailure.badRequest("the body is not the JSON asked for: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
