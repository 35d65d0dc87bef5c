package com.acme;

import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;

/** Logs in with whatever a file says, and is told that it has no tickets. */
public class App {

  public static void main(String[] args) throws Exception {
    System.setProperty(
        "java.security.auth.login.config", App.class.getResource("/login.conf").toString());
    LoginContext login = new LoginContext("acme");
    try {
      login.login();
    } catch (LoginException e) {
      boolean asked = String.valueOf(e.getMessage()).contains("Unable to obtain");
      System.out.println(asked ? "OK" : e.toString());
    }
  }
}
