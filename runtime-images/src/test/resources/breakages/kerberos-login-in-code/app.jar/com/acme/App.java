package com.acme;

import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;

/** Logs in with Kerberos, and is told that it has no tickets. */
public class App {

  private static final class Kerberos extends Configuration {
    @Override
    public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
      return new AppConfigurationEntry[] {
        new AppConfigurationEntry(
            "com.sun.security.auth.module.Krb5LoginModule",
            AppConfigurationEntry.LoginModuleControlFlag.REQUIRED,
            Map.of("useTicketCache", "true", "doNotPrompt", "true", "principal", "a@ACME.COM"))
      };
    }
  }

  public static void main(String[] args) throws Exception {
    LoginContext login = new LoginContext("acme", new Subject(), null, new Kerberos());
    try {
      login.login();
    } catch (LoginException e) {
      boolean asked = String.valueOf(e.getMessage()).contains("Unable to obtain Principal Name");
      asked |= String.valueOf(e.getMessage()).contains("Unable to obtain password");
      System.out.println(asked ? "OK" : e.toString());
    }
  }
}
