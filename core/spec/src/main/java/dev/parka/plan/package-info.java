/**
 * The one resolved plan that both the Dockerfile and the daemonless build are made from: {@link
 * dev.parka.plan.ImagePlan}. What differs between the two is how files come about, never which
 * files, where they lie, or what the configuration says. Depends on {@code dev.parka.spec} and on
 * {@code dev.parka.runtime}'s values.
 */
@NullMarked
package dev.parka.plan;

import org.jspecify.annotations.NullMarked;
