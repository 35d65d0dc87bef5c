/**
 * The file {@code container-image.lock} of a project: which digest each tag means there, until
 * somebody says otherwise. Depends on {@code dev.parka.spec}.
 */
@NullMarked
package dev.parka.lock;

import org.jspecify.annotations.NullMarked;
