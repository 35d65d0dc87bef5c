/**
 * Applications that other tools have broken: each asks the JDK for something that no reference
 * shows, so that an image of the referenced modules lacks it. They lie in {@code
 * src/test/resources/breakages}, whose README says how and lists what is hidden.
 */
@NullMarked
package dev.parka.runtime.breakages;

import org.jspecify.annotations.NullMarked;
