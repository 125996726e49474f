package ruhr.knowledge.query;

import java.util.Optional;
import ruhr.knowledge.value.LocalizedText;

/**
 * What somebody who is typing into a search box may mean: an entry, or a value to filter by.
 *
 * @param field the field of a value; empty for an entry
 * @param id the value, or the id of the entry
 * @param label what a visitor reads
 * @param tier how well it matches what was typed
 */
public record Suggestion(Optional<String> field, String id, LocalizedText label, Tier tier) {

    /** The most suggestions that one question has. */
    public static final int MOST = 10;
}
