package dev.parka.plan;

import dev.parka.runtime.modules.RootModules;
import dev.parka.runtime.trace.TraceComparison;
import java.util.Optional;

/**
 * The modules of an image.
 *
 * @param modules the modules to link and why
 * @param comparison where what was inferred and the recorded runs differ, if there were any
 */
public record ChosenModules(RootModules modules, Optional<TraceComparison> comparison) {}
