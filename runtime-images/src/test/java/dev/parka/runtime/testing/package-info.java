/** What tests of several rooms make their input with. */
@NullMarked
package dev.parka.runtime.testing;

import org.jspecify.annotations.NullMarked;
