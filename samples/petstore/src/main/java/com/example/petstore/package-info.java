/**
 * A pet store over HTTP and JSON, small enough to read in one sitting and real enough to make a
 * container image of. A request goes from {@link com.example.petstore.PetServer} through {@link
 * com.example.petstore.JsonHandler}, which knows HTTP, to {@link com.example.petstore.PetRoutes},
 * which knows pets. Needs {@code java.base}, {@code java.logging} and {@code jdk.httpserver}.
 */
@NullMarked
package com.example.petstore;

import org.jspecify.annotations.NullMarked;
