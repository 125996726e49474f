/** What a request costs a server: widgets that are remembered beside files of the same size. */
@NullMarked
package ruhr.knowledge.examples.benchmarks.http;

import org.jspecify.annotations.NullMarked;
