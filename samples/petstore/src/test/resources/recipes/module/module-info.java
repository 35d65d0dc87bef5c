module com.acme.shop {
  requires com.fasterxml.jackson.jr.ob;
  requires greeting;
  requires jdk.httpserver;
}
