package ruhr.knowledge.wire;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of a focus page: {@code block} says which kind, and each kind uses some of the other members.
 *
 * @param block hero, text, figures, institutions, image, services, contact or teasers
 * @param title its heading
 * @param intro of a hero: the introduction
 * @param image of a hero or an image
 * @param paragraphs of a text
 * @param figures ids of figures
 * @param text an introduction
 * @param query of institutions: a filter as in a URL
 * @param limit of institutions: how many at most
 * @param services ids of services
 * @param closing of services: a closing paragraph
 * @param contact the id of a contact
 * @param teasers the cards
 */
public record BlockJson(
        @Nullable String block,
        @Nullable TextJson title,
        @Nullable TextJson intro,
        @Nullable ImageJson image,
        @Nullable List<TextJson> paragraphs,
        @Nullable List<String> figures,
        @Nullable TextJson text,
        @Nullable String query,
        @Nullable BigDecimal limit,
        @Nullable List<String> services,
        @Nullable TextJson closing,
        @Nullable String contact,
        @Nullable List<TeaserJson> teasers) {}
