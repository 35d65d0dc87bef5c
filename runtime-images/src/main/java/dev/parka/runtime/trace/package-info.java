/**
 * What a recorded run of the application shows about modules: a {@link
 * dev.parka.runtime.trace.Trace} has the classes that the run loaded, a {@link
 * dev.parka.runtime.trace.TraceComparison} sets them beside a list of modules, and {@link
 * dev.parka.runtime.trace.TraceMode} makes a list of both. Depends on {@code
 * dev.parka.runtime.modules}, {@code dev.parka.runtime.jdk} and {@code dev.parka.runtime.process}.
 *
 * <h2>What a trace proves</h2>
 *
 * That a class was loaded, and no more. A module whose classes were loaded may do without being
 * missed: {@code ServiceLoader} loads every provider that a whole JDK happens to have. A module
 * whose classes were not loaded may be needed by the next run. Nothing is weighed here: the user,
 * who knows what the run did, decides.
 *
 * <h2>Sources</h2>
 *
 * <ul>
 *   <li>A log of the JVM's unified logging (JEP 158) with {@code class+load}. It is whole by
 *       nature: the first class that a JVM loads is in it, and without that class it is refused.
 *   <li>A recording of JDK Flight Recorder (JEP 328) with {@code jdk.ClassLoad}. It begins later,
 *       shortly before {@code main}, and shows the classes of {@code jdk.jfr} that record it.
 * </ul>
 *
 * <p>Neither a file's name nor its decorations matter: the content tells. Only classes that the JDK
 * has are kept, so that memory does not grow with the file.
 */
@NullMarked
package dev.parka.runtime.trace;

import org.jspecify.annotations.NullMarked;
