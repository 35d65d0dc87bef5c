package com.example.springjpa;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The books, from queries that Spring makes of names. */
interface Books extends JpaRepository<Book, Long> {

  /** All books whose title has this in it, in whatever case, sorted by title. */
  List<Book> findByTitleContainingIgnoreCaseOrderByTitle(String part);
}
