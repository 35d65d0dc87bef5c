import com.example.modular.greeting.Greeter;

/** Serves greetings of whatever module provides them. */
module com.example.modular.server {
  requires com.example.modular.greeting;
  requires jdk.httpserver;
  requires static org.jspecify;

  uses Greeter;
}
