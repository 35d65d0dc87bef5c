package com.example.petstore;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** The pets in the store, in memory. Any number of threads may use it. */
final class Pets {

  private final ConcurrentNavigableMap<Long, Pet> byId = new ConcurrentSkipListMap<>();
  private final AtomicLong lastId = new AtomicLong();

  /** All of them, oldest first. */
  List<Pet> all() {
    return List.copyOf(byId.values());
  }

  Optional<Pet> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * Takes a pet in.
   *
   * @throws HttpFailure if what is said of the pet will not do
   */
  Pet add(NewPet newPet) throws HttpFailure {
    // Checked before a number is drawn, so that a refused pet leaves no gap.
    Pet checked = newPet.withId(0);
    Pet pet = new Pet(lastId.incrementAndGet(), checked.name(), checked.species());
    byId.put(pet.id(), pet);
    return pet;
  }

  /** Whether there was such a pet to remove. */
  boolean remove(long id) {
    return byId.remove(id) != null;
  }
}
