package ruhr.knowledge.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.model.Block;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.EntryId;
import ruhr.knowledge.model.Focus;
import ruhr.knowledge.model.KeyFigure;
import ruhr.knowledge.query.InvalidQuery;
import ruhr.knowledge.query.QueryString;

/** Holds the blocks of focus pages against what there is; a block with nothing to show is left out and reported. */
final class FocusChecks {

    private final Report report;
    private final Vocabulary topics;
    private final Map<String, KeyFigure> figures;
    private final References references;
    private final FilterSchema<Entry> schema;

    FocusChecks(
            Report report,
            Vocabulary topics,
            Map<String, KeyFigure> figures,
            References references,
            FilterSchema<Entry> schema) {
        this.report = report;
        this.topics = topics;
        this.figures = figures;
        this.references = references;
        this.schema = schema;
    }

    Optional<Focus> check(Placed<Focus> placed) {
        Focus focus = placed.value();
        Optional<String> topic = topics.resolve(focus.topic());
        if (topic.isEmpty()) {
            report.recordLeftOut(placed.place(), "topic", "the id of a topic", "'" + focus.topic() + "'");
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        for (Block block : focus.blocks()) {
            check(placed, block).ifPresent(blocks::add);
        }
        return Optional.of(new Focus(focus.id(), topic.get(), focus.title(), focus.description(), blocks));
    }

    private Optional<Block> check(Placed<Focus> placed, Block block) {
        if (block instanceof Block.Figures it) {
            List<String> known = kept(placed, "figure", it.figures(), id -> id, figures::containsKey);
            return known.isEmpty() ? Optional.empty() : Optional.of(new Block.Figures(it.title(), known));
        }
        if (block instanceof Block.Services it) {
            var known = kept(placed, "service", it.services(), EntryId::value, references::has);
            return known.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Block.Services(it.title(), it.text(), known, it.closing()));
        }
        if (block instanceof Block.Contact it) {
            return kept(placed, "contact", List.of(it.contact()), EntryId::value, references::has)
                            .isEmpty()
                    ? Optional.empty()
                    : Optional.of(it);
        }
        if (block instanceof Block.Teasers it) {
            var known = kept(
                    placed,
                    "story",
                    it.teasers(),
                    teaser -> teaser.story().value(),
                    teaser -> references.has(teaser.story()));
            return known.isEmpty() ? Optional.empty() : Optional.of(new Block.Teasers(it.title(), known));
        }
        if (block instanceof Block.Institutions it) {
            return hasValidQuery(placed, it) ? Optional.of(it) : Optional.empty();
        }
        return Optional.of(block);
    }

    private boolean hasValidQuery(Placed<Focus> placed, Block.Institutions block) {
        try {
            QueryString.parse(block.query(), schema);
            return true;
        } catch (InvalidQuery invalid) {
            report.partLeftOut(
                    placed.place(), "blocks", "a filter that can be read", String.valueOf(invalid.getMessage()));
            return false;
        }
    }

    private <R> List<R> kept(
            Placed<Focus> placed, String what, List<R> given, Function<R, String> id, Predicate<R> isKnown) {
        List<R> known = new ArrayList<>();
        for (R reference : given) {
            if (isKnown.test(reference)) {
                known.add(reference);
            } else {
                report.partLeftOut(placed.place(), "blocks", "the id of a " + what, "'" + id.apply(reference) + "'");
            }
        }
        return known;
    }
}
