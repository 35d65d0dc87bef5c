package dev.parka.verify.boot;

import java.time.Duration;

/**
 * How an image that was told to end has ended.
 *
 * @param exitCode 128 and the signal's number if by a signal
 * @param after the time from when it was told
 * @param isClean whether it ended in the grace period, in a way that the signal explains
 */
public record Ending(int exitCode, Duration after, boolean isClean) {}
