/**
 * A service of Micronaut: one controller behind Netty. Micronaut's annotation processor, which runs
 * beside Parka's, writes what makes the beans, and names it in files below {@code
 * META-INF/micronaut}: no reference leads there.
 */
@NullMarked
package com.example.micronaut;

import org.jspecify.annotations.NullMarked;
