/**
 * Compares answers and measures time: {@link ruhr.knowledge.examples.benchmarks.run.Verification} has to pass before
 * {@link ruhr.knowledge.examples.benchmarks.run.Timing} says anything.
 */
@NullMarked
package ruhr.knowledge.examples.benchmarks.run;

import org.jspecify.annotations.NullMarked;
