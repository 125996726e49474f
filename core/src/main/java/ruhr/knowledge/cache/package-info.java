/**
 * Remembers answers: a searcher in front of another one, for engines whose answer costs more than looking it up.
 *
 * <p>Nothing is ever invalidated here. A cache belongs to one version, and a new version has a new one. Start at
 * {@link ruhr.knowledge.cache.CachedSearcher}.
 */
@NullMarked
package ruhr.knowledge.cache;

import org.jspecify.annotations.NullMarked;
