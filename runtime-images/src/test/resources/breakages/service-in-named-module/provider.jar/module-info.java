/** A provider that is a module where it may. */
module com.acme.provider {
  requires java.net.http;
  requires service;

  provides com.acme.service.Greeter with
      com.acme.provider.HttpGreeter;
}
