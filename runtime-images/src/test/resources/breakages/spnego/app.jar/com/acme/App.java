package com.acme;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

/** Negotiates, and is told that it has no tickets. */
public class App {

  public static void main(String[] args) throws Exception {
    GSSManager manager = GSSManager.getInstance();
    GSSName server = manager.createName("HTTP@localhost", GSSName.NT_HOSTBASED_SERVICE);
    GSSContext context =
        manager.createContext(
            server, new Oid("1.3.6.1.5.5.2"), null, GSSContext.DEFAULT_LIFETIME);
    try {
      context.initSecContext(new byte[0], 0, 0);
    } catch (GSSException e) {
      System.out.println(e.getMajor() == GSSException.NO_CRED ? "OK" : e.toString());
    }
  }
}
