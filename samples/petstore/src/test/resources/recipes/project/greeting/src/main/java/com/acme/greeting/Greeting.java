package com.acme.greeting;

/** What the shop says. */
public record Greeting(String text) {}
