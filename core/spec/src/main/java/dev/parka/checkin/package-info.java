/**
 * Generated files that are checked in: held against what would be generated now, so that they
 * cannot go stale unnoticed, and written whole or not at all. Depends on {@code
 * dev.parka.dockerfile}, {@code dev.parka.plan} and {@code dev.parka.runtime}, and on
 * java-diff-utils.
 */
@NullMarked
package dev.parka.checkin;

import org.jspecify.annotations.NullMarked;
