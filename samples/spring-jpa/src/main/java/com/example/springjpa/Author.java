package com.example.springjpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Who wrote books. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
class Author {

  @Id private long id;
  private String name;

  /** For Hibernate, which makes proxies of it. */
  Author() {}

  String name() {
    return name;
  }
}
