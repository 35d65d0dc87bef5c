package com.example.micronaut;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;

/** Tells the weather. */
@Controller("/weather")
class WeatherController {

  private final Forecast forecast;

  WeatherController(Forecast forecast) {
    this.forecast = forecast;
  }

  /** What is told, as JSON. */
  @Introspected
  record Report(String place, int degrees) {}

  @Get
  Report tell(@QueryValue(defaultValue = "Ushuaia") String place) {
    return new Report(place, forecast.degrees(place));
  }
}
