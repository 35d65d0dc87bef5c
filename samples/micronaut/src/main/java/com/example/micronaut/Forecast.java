package com.example.micronaut;

import jakarta.inject.Singleton;

/** Knows how cold it will be, the same for the same place every day. */
@Singleton
class Forecast {

  int degrees(String place) {
    return -Math.floorMod(place.hashCode(), 40);
  }
}
