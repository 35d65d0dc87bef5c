/**
 * Dockerfiles as values: {@link dev.parka.dockerfile.Dockerfile} is a list of stages of {@link
 * dev.parka.dockerfile.Instruction}s, {@link dev.parka.dockerfile.DockerfileRenderer} makes text of
 * it, and {@link dev.parka.dockerfile.PlannedDockerfile} makes it of an {@code ImagePlan}. No value
 * reaches the text but through {@code Escape}. Depends on {@code dev.parka.catalog}, {@code
 * dev.parka.plan} and {@code dev.parka.spec}.
 */
@NullMarked
package dev.parka.dockerfile;

import org.jspecify.annotations.NullMarked;
