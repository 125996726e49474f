/**
 * What the templates show: texts already chosen by language, numbers already written out, links already built.
 *
 * <p>Nothing here decides anything. Not exported: these records change whenever a template does.
 */
@NullMarked
package ruhr.knowledge.widget.view;

import org.jspecify.annotations.NullMarked;
