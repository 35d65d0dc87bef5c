package dev.parka.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who the user is to a registry.
 *
 * @param user the name; {@code <token>} where the password is an identity token
 * @param password the password, or an identity token
 */
record Login(String user, String password) {

  private static final String IDENTITY_TOKEN = "<token>";

  boolean isIdentityToken() {
    return user.equals(IDENTITY_TOKEN);
  }

  /** The value of a header that has both (RFC 7617). */
  String basic() {
    return "Basic " + encoded();
  }

  /** Everything in it that must not be seen. */
  void hideIn(Secrets secrets) {
    secrets.add(password);
    secrets.add(encoded());
  }

  private String encoded() {
    return Base64.getEncoder()
        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "login";
  }
}
