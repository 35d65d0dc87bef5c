package com.acme;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;

/** Signs a token as JSON web tokens are signed. */
public class App {

  public static void main(String[] args) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    byte[] token = "header.payload".getBytes(StandardCharsets.UTF_8);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(token);
    byte[] signed = signature.sign();
    signature.initVerify(pair.getPublic());
    signature.update(token);
    System.out.println(signature.verify(signed) ? "OK" : "the signature does not fit");
  }
}
