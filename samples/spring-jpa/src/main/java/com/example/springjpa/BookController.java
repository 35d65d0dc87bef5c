package com.example.springjpa;

import java.util.List;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lends books out. */
@RestController
class BookController {

  private final Books books;

  BookController(Books books) {
    this.books = books;
  }

  /** A book as JSON. */
  record Entry(String title, String author) {}

  @GetMapping("/books")
  @Transactional(readOnly = true)
  public List<Entry> find(@RequestParam(defaultValue = "") String title) {
    return books.findByTitleContainingIgnoreCaseOrderByTitle(title).stream()
        .map(book -> new Entry(book.title(), book.author().name()))
        .toList();
  }
}
