package ruhr.knowledge.examples.standalone;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Problem;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.FacetCount;
import ruhr.knowledge.query.InvalidQuery;
import ruhr.knowledge.query.Relaxation;
import ruhr.knowledge.snapshot.Origin;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.wire.WireFormat;

/** Answers a question. */
@Command(
        name = "ask",
        description = "Answers a question and says where each entry was read.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        footer = {
            "",
            "The question is what stands behind the ? of a page, in quotation marks:",
            "",
            "  ask \"kind=service&topic=start-ups&city=bochum\"",
            "  ask \"q=wasserstoff&facets=city,type\"        words, with counts beside",
            "  ask \"type=higher-education&limit=50&page=2\" the next fifty",
            "",
            "A table has the counts of values that lead to something. It ends with 0, also where",
            "nothing is found; with 2 if the question cannot be read."
        })
final class Ask implements Callable<Integer> {

    private static final int WIDEST_NAME = 60;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "QUESTION", description = "For example kind=service&topic=start-ups.")
    private String question;

    @Parameters(
            index = "1..*",
            paramLabel = "DOCUMENT",
            arity = "0..*",
            description = Standalone.Data.DOCUMENTS,
            showDefaultValue = CommandLine.Help.Visibility.NEVER)
    private List<String> documents = new ArrayList<>();

    @CommandLine.Mixin
    private Standalone.Data data;

    @Option(names = "--json", description = "Writes JSON in place of a table.")
    private boolean json;

    /** The languages that names can be asked for in. */
    private enum Language {
        /** German. */
        de,
        /** English. */
        en
    }

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "The language of names: ${COMPLETION-CANDIDATES}.")
    private Language lang = Language.de;

    @Override
    public Integer call() throws IOException {
        try (KnowledgeBase knowledge = data.open(documents)) {
            Snapshot snapshot = knowledge.snapshot();
            Answer<Entry> answer = snapshot.ask(question, Deadline.none());
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? json(answer, snapshot) : table(answer, snapshot));
            out.flush();
            return CommandLine.ExitCode.OK;
        } catch (InvalidQuery wrong) {
            for (Problem problem : wrong.problems()) {
                spec.commandLine().getErr().println(problem.sentence());
            }
            return CommandLine.ExitCode.USAGE;
        }
    }

    private String table(Answer<Entry> answer, Snapshot snapshot) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("KIND", "ID", "NAME", "SOURCE"));
        for (Entry entry : answer.entries()) {
            rows.add(List.of(
                    entry.kind().id(),
                    entry.id().value(),
                    shortened(text(entry.name())),
                    snapshot.origin(entry.id().value()).map(Ask::place).orElse("")));
        }
        StringBuilder text = new StringBuilder();
        if (!answer.entries().isEmpty()) {
            append(text, rows);
            text.append('\n');
        }
        text.append(number(answer.total()))
                .append(", page ")
                .append(answer.query().page().number())
                .append(" of ")
                .append(Math.max(1, answer.pages()))
                .append('\n');
        for (Relaxation relaxation : answer.relaxations()) {
            text.append("Without \"")
                    .append(snapshot.schema().describeCondition(relaxation.without(), language()))
                    .append("\": ")
                    .append(number(relaxation.total()))
                    .append('\n');
        }
        for (String facet : answer.query().facets()) {
            List<List<String>> counts = new ArrayList<>();
            counts.add(List.of(facet.toUpperCase(Locale.ROOT), "", "ENTRIES"));
            for (FacetCount count : answer.counts(facet)) {
                if (count.entries() > 0) {
                    counts.add(List.of(
                            count.value(),
                            label(snapshot.schema(), facet, count.value()),
                            String.valueOf(count.entries())));
                }
            }
            text.append('\n');
            append(text, counts);
        }
        return text.toString();
    }

    private static String number(int entries) {
        return entries == 1 ? "1 entry" : entries + " entries";
    }

    private static String place(Origin origin) {
        return origin.source().equals(origin.document()) ? origin.source() : origin.source() + ": " + origin.document();
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= WIDEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, WIDEST_NAME - 1)) + "…";
    }

    /** Writes columns that are as wide as their widest cell; the last one is not filled up. */
    private static void append(StringBuilder text, List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - length(row.get(i)) + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private String json(Answer<Entry> answer, Snapshot snapshot) {
        JsonProvider make = WireFormat.json();
        var entries = make.createArrayBuilder();
        for (Entry entry : answer.entries()) {
            JsonObjectBuilder one = make.createObjectBuilder()
                    .add("kind", entry.kind().id())
                    .add("id", entry.id().value())
                    .add("name", text(entry.name()));
            snapshot.origin(entry.id().value())
                    .ifPresent(origin -> one.add(
                            "origin",
                            make.createObjectBuilder()
                                    .add("source", origin.source())
                                    .add("document", origin.document())));
            entries.add(one);
        }
        JsonObjectBuilder facets = make.createObjectBuilder();
        for (String facet : answer.query().facets()) {
            JsonObjectBuilder counts = make.createObjectBuilder();
            answer.counts(facet).forEach(count -> counts.add(count.value(), count.entries()));
            facets.add(facet, counts);
        }
        return make.createObjectBuilder()
                        .add("total", answer.total())
                        .add("page", answer.query().page().number())
                        .add("pages", answer.pages())
                        .add("entries", entries)
                        .add("facets", facets)
                        .add("version", answer.version().value())
                        .build()
                + "\n";
    }

    private String label(FilterSchema<Entry> schema, String facet, String value) {
        return schema.field(facet)
                .flatMap(field -> field.vocabulary().term(value))
                .map(Term::label)
                .map(this::text)
                .orElse("");
    }

    private Locale language() {
        return lang == Language.en ? Locale.ENGLISH : Locale.GERMAN;
    }

    private String text(LocalizedText text) {
        return text.in(language()).text();
    }
}
