/**
 * Which classes of an application can be reached, and which code of theirs can run. Two answers,
 * one after the other:
 *
 * <ol>
 *   <li>{@link dev.parka.runtime.reach.ClassReach} follows every reference of every class that is
 *       reached, from the {@link dev.parka.runtime.reach.Roots} on: quick, and cautious. It also
 *       follows class names in string constants, the providers of services that are reached, and
 *       the files that name classes ({@link dev.parka.runtime.reach.Mentions}).
 *   <li>{@link dev.parka.runtime.reach.MethodReach} follows the calls in the methods that can run
 *       (rapid type analysis: D. Bacon and P. Sweeney, OOPSLA 1996). What is created, called or
 *       looked at by reflection counts whole, as nothing is known of what reflection does.
 * </ol>
 *
 * Both are pure functions of the class files, whatever the order of the jars. Depends on {@code
 * dev.parka.runtime.classes}.
 */
@NullMarked
package dev.parka.runtime.reach;

import org.jspecify.annotations.NullMarked;
