/**
 * The plugin in a servlet container: registers itself, routes requests, caches renderings, and says what browsers and
 * caches may do with them.
 *
 * <p>What a page looks like is decided in {@code widget} and {@code embed}, what JSON looks like in {@code export}. Nothing
 * here starts a thread or keeps anything beyond the web application. Start at
 * {@link ruhr.knowledge.servlet.KnowledgeServlet}.
 */
@NullMarked
package ruhr.knowledge.servlet;

import org.jspecify.annotations.NullMarked;
