/**
 * The site of a fictional chamber of commerce that shows the Ruhr's knowledge transfer on its own page: how a partner
 * includes widgets on the server, and adds people of its own.
 *
 * <p>Whoever builds a portal copies {@link ruhr.knowledge.examples.partner.PageServlet#include}: that is all there is to
 * it. Start reading at {@link ruhr.knowledge.examples.partner.PartnerSite}.
 */
@NullMarked
package ruhr.knowledge.examples.partner;

import org.jspecify.annotations.NullMarked;
