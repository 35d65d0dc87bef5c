package com.example.springweb;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Greets. */
@RestController
class GreetingController {

  /** What is said, as JSON. */
  record Greeting(String text) {}

  @GetMapping("/greeting")
  Greeting greet(@RequestParam(defaultValue = "world") String name) {
    return new Greeting("Hello, " + name + "!");
  }
}
