package com.acme;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Prints dates for Germans. */
public class App {

  public static void main(String[] args) {
    DateTimeFormatter formatter =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(Locale.GERMANY);
    String date = formatter.format(LocalDate.of(2024, 3, 5));
    System.out.println(date.equals("Dienstag, 5. März 2024") ? "OK" : date);
  }
}
