package ruhr.knowledge.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of institution.
 *
 * @param id its id
 * @param label what a visitor reads
 * @param aliases other spellings of the id
 * @param broader ids of the types above
 * @param description what belongs here
 * @param sources ids of sources
 */
public record TypeJson(
        @Nullable String id,
        @Nullable TextJson label,
        @Nullable List<String> aliases,
        @Nullable List<String> broader,
        @Nullable TextJson description,
        @Nullable List<String> sources)
        implements WireRecord {}
