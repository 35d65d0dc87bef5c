package com.acme;

import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

/** Takes credentials from wherever Kerberos keeps them, and is told that there are none. */
public class App {

  public static void main(String[] args) throws Exception {
    GSSManager manager = GSSManager.getInstance();
    GSSName name = manager.createName("me@ACME.COM", GSSName.NT_USER_NAME);
    try {
      manager.createCredential(
          name,
          GSSCredential.DEFAULT_LIFETIME,
          new Oid("1.2.840.113554.1.2.2"),
          GSSCredential.INITIATE_ONLY);
    } catch (GSSException e) {
      String why = String.valueOf(e.getCause().getMessage());
      System.out.println(why.startsWith("No LoginModule found") ? why : "OK");
    }
  }
}
