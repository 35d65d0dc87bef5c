package dev.parka.verify;

/**
 * A finding that somebody knows of.
 *
 * @param finding what was found
 * @param reason why that is good
 */
public record SuppressedFinding(Finding finding, String reason) {}
