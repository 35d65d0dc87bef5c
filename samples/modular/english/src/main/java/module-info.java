import com.example.modular.english.EnglishGreeter;
import com.example.modular.greeting.Greeter;

/** Greets in English. Nobody requires this module: it is there because its service is used. */
module com.example.modular.english {
  requires com.example.modular.greeting;
  requires static org.jspecify;

  provides Greeter with
      EnglishGreeter;
}
