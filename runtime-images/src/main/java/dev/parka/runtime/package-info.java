/**
 * The shape of everything that can go wrong: a {@link dev.parka.runtime.Problem} has a stable ID, a
 * fact with its values and a fix. Each room names its IDs in one enum that implements {@link
 * dev.parka.runtime.ProblemId}. Depends on the JDK alone.
 */
@NullMarked
package dev.parka.runtime;

import org.jspecify.annotations.NullMarked;
