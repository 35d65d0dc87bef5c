/**
 * A web application of Spring Boot that keeps books in an H2 database by way of JPA. It is packed
 * as users of Spring Boot pack theirs: into one executable jar with all other jars inside.
 */
@NullMarked
package com.example.springjpa;

import org.jspecify.annotations.NullMarked;
