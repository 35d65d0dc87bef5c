package com.example.springjpa;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A book; its author is a proxy, a class made while the application runs, until asked for. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
class Book {

  @Id private long id;
  private String title;

  @ManyToOne(fetch = FetchType.LAZY)
  private Author author;

  /** For Hibernate. */
  Book() {}

  String title() {
    return title;
  }

  Author author() {
    return author;
  }
}
