package ruhr.knowledge.widget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.filter.Parameters.Parameter;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.query.ParameterGroup;
import ruhr.knowledge.query.QueryString;
import ruhr.knowledge.query.ReadQuery;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.widget.view.Wordbook;

/** Writes a request so that the same is always written in the same way. */
final class RequestKey {

    /** These read single parameters as they are written. */
    private static final Set<String> LITERAL = Set.of("focus", "figures");

    /** What is no filter: the first value counts, as it is written. */
    private static final List<String> PLAIN =
            Stream.concat(Stream.of("id", "title"), Look.NAMES.stream()).toList();

    private final WidgetRequest request;
    private final FilterSchema<Entry> schema;
    private final Wordbook wordbook;

    RequestKey(WidgetRequest request, Snapshot snapshot, Wordbook wordbook) {
        this.request = request;
        this.schema = snapshot.schema();
        this.wordbook = wordbook;
    }

    String text() {
        StringBuilder key = new StringBuilder(wordbook.lang()).append('?').append(parameters());
        request.host()
                .ifPresent(page -> key.append("&named=")
                        .append(Selection.namedByAuthor(schema, request.parameters()))
                        .append(host(page)));
        return key.toString();
    }

    /** Returns the widget's own parameters: how it looks, and its filters. */
    Parameters parameters() {
        Parameters own = request.parameters();
        Parameters written = Parameters.none();
        for (String name : PLAIN) {
            Optional<String> value = own.first(name);
            if (value.isPresent()) {
                written = written.with(name, value.get());
            }
        }
        return written.plus(
                filters(own.only(name -> !WidgetRenderer.OWN_NAMES.contains(name.toLowerCase(Locale.ROOT)))));
    }

    private String host(Parameters page) {
        Optional<String> group = request.parameters()
                .first("group")
                .filter(name -> ParameterGroup.named(name, schema).isPresent());
        Parameters chosen = Links.Host.selection(page, group, schema);
        ParameterGroup parameters =
                group.flatMap(name -> ParameterGroup.named(name, schema)).orElseGet(() -> ParameterGroup.plain(schema));
        return "&host=" + filters(chosen) + "&" + parameters.others(page);
    }

    /** Returns the filters in their canonical form; as they are written, in the order of their names, if that is not plain. */
    private Parameters filters(Parameters parameters) {
        ReadQuery read = QueryString.read(parameters, schema, Set.of());
        if (read.problems().isEmpty() && !LITERAL.contains(request.widget())) {
            try {
                return Parameters.parse(QueryString.write(read.query(), schema));
            } catch (IllegalArgumentException beyondTheGrammar) {
                return sorted(parameters);
            }
        }
        return sorted(parameters);
    }

    private static Parameters sorted(Parameters parameters) {
        List<Parameter> sorted = new ArrayList<>(parameters.all());
        sorted.sort(Comparator.comparing(Parameter::name));
        Parameters all = Parameters.none();
        for (Parameter parameter : sorted) {
            all = all.plus(Parameters.none().with(parameter.name(), parameter.value()));
        }
        return all;
    }
}
