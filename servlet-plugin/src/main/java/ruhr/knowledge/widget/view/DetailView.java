package ruhr.knowledge.widget.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry in full.
 *
 * @param shell what surrounds it
 * @param kind what sort of entry it is, for styles
 * @param back the list that it is in
 * @param name its name
 * @param kicker what stands above the name
 * @param example "Example", if it is invented
 * @param status what became of it, if it is not active
 * @param picture a picture of it
 * @param sign what stands in place of a picture
 * @param paragraphs what it is about
 * @param facts what is said of it, each with its label
 * @param sites where it is
 * @param chips its topics
 * @param sections what belongs to it
 * @param sources where this comes from
 */
public record DetailView(
        Shell shell,
        String kind,
        LinkText back,
        Words name,
        @Nullable Words kicker,
        @Nullable String example,
        @Nullable Line status,
        @Nullable Picture picture,
        @Nullable Sign sign,
        List<Words> paragraphs,
        List<Line> facts,
        List<Place> sites,
        List<Chip> chips,
        List<Section> sections,
        List<SourceItem> sources) {

    /**
     * Where an institution is.
     *
     * @param town the town
     * @param label what the site is called
     * @param street street and number
     * @param city postal code and town
     */
    public record Place(
            Words town,
            @Nullable Words label,
            @Nullable String street,
            @Nullable String city) {}

    /**
     * Entries that belong to this one.
     *
     * @param id the id of its heading
     * @param title its heading
     * @param cards the entries
     * @param all where all of them are, if these are not all
     */
    public record Section(
            String id,
            Words title,
            List<Card> cards,
            @Nullable LinkText all) {}
}
