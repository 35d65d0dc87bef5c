package com.acme;

import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.directory.Attributes;
import javax.naming.directory.InitialDirContext;

/** Looks a text record up. */
public class App {

  public static void main(String[] args) throws Exception {
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    environment.put(Context.PROVIDER_URL, "dns://127.0.0.1:" + FakeDns.start("OK"));
    Attributes found =
        new InitialDirContext(environment).getAttributes("example.org", new String[] {"TXT"});
    System.out.println(found.get("TXT").get());
  }
}
