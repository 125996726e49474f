/** Asks the engine of the library and its peers the same questions, compares the answers, and then the time. */
@NullMarked
package ruhr.knowledge.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
