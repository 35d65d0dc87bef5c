/**
 * Shows what is known of an image: {@link dev.parka.report.Anatomy} is what the image is made of,
 * read from its bytes; {@link dev.parka.report.Report} puts what verification, comparison and the
 * build know beside it, and renders all of it as one HTML page.
 *
 * <p>The page loads nothing and runs nothing: its style sheet is the only thing that its security
 * policy allows, and what an image says gets into it through {@code Markup} alone, which escapes
 * it. What opens and closes, and which measure the map shows, is the browser's own doing, so it
 * works without scripts, and with the keyboard.
 *
 * <p>A room of its own, and not part of {@code dev.parka.verify}: verification must not know how it
 * is shown, and a report shows more than that. Depends on {@code dev.parka.oci} (reading), {@code
 * dev.parka.verify} and values of {@code dev.parka.spec} and {@code dev.parka.runtime}; the facade
 * and the command line depend on it.
 */
@NullMarked
package dev.parka.report;

import org.jspecify.annotations.NullMarked;
