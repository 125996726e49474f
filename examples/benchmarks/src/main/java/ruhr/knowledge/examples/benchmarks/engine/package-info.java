/**
 * The engines that are compared, each behind the same three calls, and used as its own documentation recommends. Start at
 * {@link ruhr.knowledge.examples.benchmarks.engine.Engine}.
 */
@NullMarked
package ruhr.knowledge.examples.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
