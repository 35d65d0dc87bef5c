package com.example.petstore;

/**
 * A pet in the store.
 *
 * @param id its number, from 1
 * @param name what it is called
 * @param species what it is, such as {@code cat}
 */
public record Pet(long id, String name, String species) {}
