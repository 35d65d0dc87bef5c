/** Programs that measure, run by hand: see CONTRIBUTING.md. */
@NullMarked
package dev.parka.benchmark;

import org.jspecify.annotations.NullMarked;
