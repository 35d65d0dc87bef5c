package dev.parka.runtime.trace;

import dev.parka.runtime.process.ProcessResult;

/**
 * A run of an application and what it showed.
 *
 * @param trace the classes that were loaded, also when the run failed
 * @param ending how the application ended: with 143 if it was stopped because its time was up
 */
public record RecordedRun(Trace trace, ProcessResult ending) {}
