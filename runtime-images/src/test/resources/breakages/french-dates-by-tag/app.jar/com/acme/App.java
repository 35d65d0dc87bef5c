package com.acme;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Prints dates for whoever reads the language of a tag. */
public class App {

  public static void main(String[] args) {
    Locale locale = Locale.forLanguageTag("fr");
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
    String date = formatter.format(LocalDate.of(2024, 2, 5));
    System.out.println(date.equals("5 février 2024") ? "OK" : date);
  }
}
