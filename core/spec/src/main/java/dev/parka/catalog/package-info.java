/**
 * What is known of well-known images without pulling them: {@link dev.parka.catalog.ImageCatalog}
 * reads a file of {@link dev.parka.catalog.KnownImage}s, with where and when each fact was seen.
 * Depends on {@code dev.parka.spec} and on {@code dev.parka.runtime}.
 */
@NullMarked
package dev.parka.catalog;

import org.jspecify.annotations.NullMarked;
