package ruhr.knowledge.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.query.Agreement;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.Dice;
import ruhr.knowledge.query.Facet;
import ruhr.knowledge.query.FacetCount;
import ruhr.knowledge.query.Lab;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.Searcher;
import ruhr.knowledge.query.Suggestion;
import ruhr.knowledge.value.Version;

/** Random catalogues, random questions: the index answers what a plain loop answers. */
class PlainLoopAgreementTest {

    private static final long SEED = 20261124;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 63, 64, 65, 128, 1000})
    void theIndexAgreesWithAPlainLoop(int size) {
        List<Lab> labs = new Dice(SEED + size).labs(size);

        Agreement.check(FilterIndex.of(Lab.SCHEMA, labs), labs, SEED + size, 400);
    }

    @Test
    void aQueryStringHasTheAnswerOfTheQueryItSays() {
        FilterIndex<Lab> index = FilterIndex.of(Lab.SCHEMA, new Dice(SEED).labs(200));
        Dice dice = new Dice(SEED);
        for (int i = 0; i < 500; i++) {
            Dice.Written written = dice.written();
            assertEquals(
                    index.ask(written.query()),
                    index.ask(written.queryString()),
                    "seed " + SEED + ", question " + i + ": " + written);
        }
    }

    @Test
    void anEngineThatCountsItsOwnChoiceIsCaught() {
        assertCaught("counts", (index, query) -> {
            Query held = query.within(new Filter.And(List.of(query.scope(), query.filter())))
                    .filtered(Filter.everything());
            Answer<Lab> answer = index.ask(query);
            return changed(
                    answer, answer.total(), answer.entries(), index.ask(held).facets());
        });
    }

    @Test
    void anEngineThatForgetsWhatIsExcludedIsCaught() {
        assertCaught("total", (index, query) -> {
            List<Filter> kept = query.filter().conjuncts().stream()
                    .filter(part -> !(part instanceof Filter.Not))
                    .toList();
            Answer<Lab> answer = index.ask(query.filtered(Filter.and(kept)));
            return changed(index.ask(query), answer.total(), answer.entries(), answer.facets());
        });
    }

    @Test
    void anEngineThatTurnsItsPagesAroundIsCaught() {
        assertCaught("entries", (index, query) -> {
            Answer<Lab> answer = index.ask(query);
            List<Lab> entries = new ArrayList<>(answer.entries());
            Collections.reverse(entries);
            return changed(answer, answer.total(), entries, answer.facets());
        });
    }

    @Test
    void anEngineThatLosesZerosIsCaught() {
        assertCaught("counts", (index, query) -> {
            Answer<Lab> answer = index.ask(query);
            List<Facet> facets = answer.facets().stream()
                    .map(facet -> {
                        List<FacetCount> kept = facet.counts().stream()
                                .filter(count -> count.entries() > 0)
                                .toList();
                        return Facet.of(
                                facet.field(),
                                kept.stream().map(FacetCount::value).toList(),
                                kept.stream().mapToInt(FacetCount::entries).toArray(),
                                facet.missing());
                    })
                    .toList();
            return changed(answer, answer.total(), answer.entries(), facets);
        });
    }

    private static Answer<Lab> changed(Answer<Lab> answer, int total, List<Lab> entries, List<Facet> facets) {
        return new Answer<>(
                answer.query(),
                answer.version(),
                total,
                entries,
                answer.matches(),
                facets,
                answer.relaxations(),
                answer.last());
    }

    private interface Defect {
        Answer<Lab> ask(FilterIndex<Lab> index, Query query);
    }

    private static void assertCaught(String what, Defect defect) {
        List<Lab> labs = new Dice(SEED).labs(65);
        FilterIndex<Lab> index = FilterIndex.of(Lab.SCHEMA, labs);
        Searcher<Lab> planted = new Searcher<>() {
            @Override
            public Version version() {
                return index.version();
            }

            @Override
            public Answer<Lab> ask(Query query, Deadline deadline) {
                return defect.ask(index, query);
            }

            @Override
            public List<Suggestion> suggest(String typed, int limit, Deadline deadline) {
                return index.suggest(typed, limit, deadline);
            }

            @Override
            public Optional<Lab> find(String id, Deadline deadline) {
                return index.find(id);
            }
        };

        AssertionError caught = assertThrows(AssertionError.class, () -> Agreement.check(planted, labs, SEED, 200));

        assertTrue(caught.getMessage().startsWith(what + ";"), caught.getMessage());
        assertTrue(caught.getMessage().contains("seed " + SEED), caught.getMessage());
    }
}
