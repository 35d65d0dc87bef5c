/**
 * Whether a set of modules has all that an application refers to: {@link
 * dev.parka.runtime.complete.Completeness} looks up each class, field and method that a reached
 * class refers to where the virtual machine would look it up. Depends on {@code
 * dev.parka.runtime.modules} and what that depends on.
 */
@NullMarked
package dev.parka.runtime.complete;

import org.jspecify.annotations.NullMarked;
