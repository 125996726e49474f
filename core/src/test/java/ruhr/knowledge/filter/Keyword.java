package ruhr.knowledge.filter;

import java.util.List;
import ruhr.knowledge.value.LocalizedText;

/** A term for tests, labelled by its own id. */
public record Keyword(String id, List<String> aliases, List<String> broader) implements Term {

    public static Keyword of(String id) {
        return new Keyword(id, List.of(), List.of());
    }

    public Keyword below(String... above) {
        return new Keyword(id, aliases, List.of(above));
    }

    public Keyword alias(String... spellings) {
        return new Keyword(id, List.of(spellings), broader);
    }

    @Override
    public LocalizedText label() {
        return LocalizedText.german(id);
    }
}
