/**
 * What is asked about, and what is asked: records without any engine, and questions in words that every engine can
 * translate. Start at {@link ruhr.knowledge.examples.benchmarks.data.Catalogue}.
 */
@NullMarked
package ruhr.knowledge.examples.benchmarks.data;

import org.jspecify.annotations.NullMarked;
