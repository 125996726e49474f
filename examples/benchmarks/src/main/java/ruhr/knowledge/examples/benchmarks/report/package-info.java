/** What was measured, as tables, as JSON and as a picture. Start at {@link ruhr.knowledge.examples.benchmarks.report.Run}. */
@NullMarked
package ruhr.knowledge.examples.benchmarks.report;

import org.jspecify.annotations.NullMarked;
