/**
 * A server of its own for partners without a Java host: one jar, one command.
 *
 * <p>Start at {@link ruhr.knowledge.examples.standalone.Standalone}.
 */
package ruhr.knowledge.examples.standalone;
