package com.acme;

import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.directory.Attributes;
import javax.naming.directory.InitialDirContext;

/** Looks a text record up wherever the flags say. */
public class App {

  public static void main(String[] args) throws Exception {
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put(Context.PROVIDER_URL, args[0] + FakeDns.start("OK"));
    Attributes found =
        new InitialDirContext(environment).getAttributes("example.org", new String[] {"TXT"});
    System.out.println(found.get("TXT").get());
  }
}
