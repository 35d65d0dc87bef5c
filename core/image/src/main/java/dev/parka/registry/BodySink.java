package dev.parka.registry;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;

/** Takes the bytes of a good answer; those of others are kept in memory. */
interface BodySink {

  /** Keeps all answers in memory. */
  BodySink NONE =
      new BodySink() {
        @Override
        public boolean wants(int status, HttpHeaders headers) {
          return false;
        }

        @Override
        public void accept(ByteBuffer bytes) {}
      };

  /** Whether the body of this answer is to come here; called before its first byte. */
  boolean wants(int status, HttpHeaders headers) throws IOException;

  /** Takes some bytes; what it throws ends the transfer. */
  void accept(ByteBuffer bytes) throws IOException;
}
