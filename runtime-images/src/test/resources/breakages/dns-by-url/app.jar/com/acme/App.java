package com.acme;

import javax.naming.directory.Attributes;
import javax.naming.directory.InitialDirContext;

/** Looks a text record up. */
public class App {

  public static void main(String[] args) throws Exception {
    String url = "dns://127.0.0.1:" + FakeDns.start("OK") + "/example.org";
    Attributes found = new InitialDirContext().getAttributes(url, new String[] {"TXT"});
    System.out.println(found.get("TXT").get());
  }
}
