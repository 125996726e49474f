/**
 * The portal of a fictional city: its own events, services and business sites, filtered by the topics and presets of the
 * Ruhr beside fields of its own, with the filter panel of the library.
 *
 * <p>Start reading at {@link ruhr.knowledge.examples.portal.CityOffers#schema}: it says all that the library has to know.
 */
@NullMarked
package ruhr.knowledge.examples.portal;

import org.jspecify.annotations.NullMarked;
