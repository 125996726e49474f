/** What the templates of {@code embed} are given: texts and addresses that are decided on elsewhere. Not exported. */
@NullMarked
package ruhr.knowledge.embed.view;

import org.jspecify.annotations.NullMarked;
