/**
 * What is kept of an image's files while its layers are read, each once: {@link
 * dev.parka.verify.evidence.EvidenceCollector} sees each file as it passes, and what it keeps is
 * {@link dev.parka.verify.evidence.ImageEvidence}. Files that are looked into at several places lie
 * in a temporary directory. Depends on {@code dev.parka.oci} and on readers of {@code
 * dev.parka.runtime}; knows nothing of findings.
 */
@NullMarked
package dev.parka.verify.evidence;

import org.jspecify.annotations.NullMarked;
