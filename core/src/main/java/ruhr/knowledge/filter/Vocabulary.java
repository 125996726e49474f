package ruhr.knowledge.filter;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The values that a field can have: an ordered tree of terms (in the words of SKOS: concepts with broader and narrower
 * ones), each with labels and aliases.
 *
 * <p>The order of the terms is the order in which panels show them. Immutable and thread-safe.
 *
 * <pre>{@code
 * Vocabulary topics = Vocabulary.of(List.of(energy, hydrogen));   // hydrogen.broader() is ["energy"]
 * topics.resolve("wasserstoff");                                  // Optional["hydrogen"], by its alias
 * topics.within("energy");                                        // ["energy", "hydrogen"]
 * }</pre>
 */
public interface Vocabulary {

    /**
     * Returns the terms in the order of panels.
     *
     * @return all terms; unmodifiable
     */
    List<Term> terms();

    /**
     * Returns the term of an id. Constant time.
     *
     * @param id the id of a term; an alias is not one, see {@link #resolve}
     * @return the term, or empty if there is none
     */
    Optional<Term> term(String id);

    /**
     * Returns the id that a spelling stands for. Constant time.
     *
     * @param spelling an id or an alias, in lower case
     * @return the id of a term, or empty if the spelling is unknown
     */
    Optional<String> resolve(String spelling);

    /**
     * Returns a term and everything below it.
     *
     * @param id the id of a term
     * @return ids in the order of the vocabulary, the term itself among them; empty if there is no such term
     */
    Set<String> within(String id);

    /**
     * Returns the terms directly below a term.
     *
     * @param id the id of a term
     * @return terms in the order of the vocabulary; empty if there are none
     */
    List<Term> narrower(String id);

    /**
     * Returns the terms that have none above them.
     *
     * @return terms in the order of the vocabulary
     */
    List<Term> tops();

    /**
     * Returns a vocabulary of terms.
     *
     * @param terms the terms in the order of panels; copied
     * @return the vocabulary
     * @throws IllegalArgumentException if an id is no slug or stands twice, an alias is taken, a broader term is missing,
     *     or a term stands above itself; the message names the term
     */
    static Vocabulary of(Collection<? extends Term> terms) {
        return new TermTree(terms);
    }
}
