package com.acme;

import java.util.Map;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;

/** Would authenticate to a directory with Kerberos. */
public class App {

  public static void main(String[] args) throws Exception {
    SaslClient client =
        Sasl.createSaslClient(
            new String[] {"GSSAPI"}, null, "ldap", "localhost", Map.of(), callbacks -> {});
    System.out.println(client.getMechanismName().equals("GSSAPI") ? "OK" : "another mechanism");
  }
}
