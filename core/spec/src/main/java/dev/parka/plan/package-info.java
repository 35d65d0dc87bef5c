/**
 * The one resolved plan that both the Dockerfile and the daemonless build are made from: {@link
 * dev.parka.plan.ImagePlan}. What differs between the two is how files come about, never which
 * files, where they lie, or what the configuration says. {@link dev.parka.plan.ModuleSearch} is the
 * one way to the plan's modules. Depends on {@code dev.parka.spec} and on {@code
 * dev.parka.runtime}.
 */
@NullMarked
package dev.parka.plan;

import org.jspecify.annotations.NullMarked;
