/**
 * Shows that an image is what it claims to be: {@link dev.parka.verify.ImageVerifier} recomputes
 * every digest and size, reads every layer, compares the configuration with the plan, and may start
 * the image. All that differs is told, as typed {@link dev.parka.verify.Finding}s, in one {@link
 * dev.parka.verify.VerificationReport}. Depends on {@code dev.parka.oci} (reading), on its own
 * rooms {@code schema}, {@code evidence}, {@code jvm}, {@code compare} and {@code boot}, which know
 * nothing of findings, on the plan, and on readers of {@code dev.parka.runtime} (docs/adr/0026).
 */
@NullMarked
package dev.parka.verify;

import org.jspecify.annotations.NullMarked;
