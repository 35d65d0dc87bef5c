/** What a greeting is. */
module com.example.modular.greeting {
  requires static org.jspecify;

  exports com.example.modular.greeting;
}
