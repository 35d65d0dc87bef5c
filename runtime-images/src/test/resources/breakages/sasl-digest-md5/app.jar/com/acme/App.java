package com.acme;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;

/** Answers the challenge that a mail server sends. */
public class App {

  public static void main(String[] args) throws Exception {
    for (String mechanism : new String[] {"CRAM-MD5", "DIGEST-MD5"}) {
      SaslClient client =
          Sasl.createSaslClient(
              new String[] {mechanism}, null, "imap", "localhost", Map.of(), App::answer);
      String challenge = "realm=\"acme\",nonce=\"n\",qop=\"auth\",charset=utf-8,algorithm=md5-sess";
      byte[] response = client.evaluateChallenge(challenge.getBytes(StandardCharsets.UTF_8));
      if (!new String(response, StandardCharsets.UTF_8).contains("me")) {
        throw new IllegalStateException(mechanism + " does not say who asks");
      }
    }
    System.out.println("OK");
  }

  private static void answer(Callback[] callbacks) {
    for (Callback callback : callbacks) {
      if (callback instanceof NameCallback) {
        ((NameCallback) callback).setName("me");
      } else if (callback instanceof PasswordCallback) {
        ((PasswordCallback) callback).setPassword("secret".toCharArray());
      } else if (callback instanceof javax.security.sasl.RealmCallback) {
        ((javax.security.sasl.RealmCallback) callback).setText("acme");
      }
    }
  }
}
