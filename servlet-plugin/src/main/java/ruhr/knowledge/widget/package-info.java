/**
 * Widgets: what an institution, a list or a whole focus page looks like as HTML.
 *
 * <p>Whoever renders hands over a name, parameters and a language, and gets text; nothing here knows requests, responses
 * or headers, so a widget is tested without a container. Texts go into templates that escape them by position. Start at
 * {@link ruhr.knowledge.widget.WidgetRenderer}.
 */
@NullMarked
package ruhr.knowledge.widget;

import org.jspecify.annotations.NullMarked;
