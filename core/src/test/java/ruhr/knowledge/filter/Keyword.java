package ruhr.knowledge.filter;

import java.util.List;
import ruhr.knowledge.value.LocalizedText;

/** A term for tests, labelled by its own id unless it is given a name. */
public record Keyword(String id, List<String> aliases, List<String> broader, LocalizedText label) implements Term {

    public static Keyword of(String id) {
        return new Keyword(id, List.of(), List.of(), LocalizedText.german(id));
    }

    public Keyword below(String... above) {
        return new Keyword(id, aliases, List.of(above), label);
    }

    public Keyword alias(String... spellings) {
        return new Keyword(id, List.of(spellings), broader, label);
    }

    public Keyword named(LocalizedText name) {
        return new Keyword(id, aliases, broader, name);
    }
}
