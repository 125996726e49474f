package ruhr.knowledge.export;

import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.model.AssignedTopic;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.Institution;
import ruhr.knowledge.model.InstitutionId;
import ruhr.knowledge.model.Site;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.FacetCount;
import ruhr.knowledge.query.Page;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.QueryString;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Wording;
import ruhr.knowledge.wire.WireFormat;

/**
 * Writes institutions as the JSON of the API: {@code data}, {@code facets}, {@code total}, {@code pagination},
 * {@code links}, {@code query}, {@code version}.
 *
 * <p>Texts of the data are objects with the languages they are known in; labels of facets are in one language, and say so
 * where it is not the one asked for. For one rendering; not thread-safe.
 */
public final class InstitutionsJson {

    private final String address;
    private final Locale language;
    private final boolean withOrigins;

    /**
     * Writes for one language.
     *
     * @param address where the list of institutions answers, for links
     * @param language the language of labels
     * @param withOrigins whether it is said from which document of which source an institution was read; their names may say
     *     more of a network than strangers should know
     */
    public InstitutionsJson(String address, Locale language, boolean withOrigins) {
        this.address = address;
        this.language = language;
        this.withOrigins = withOrigins;
    }

    /**
     * Writes a list.
     *
     * @param answer the institutions of one page, with the counts that were asked for
     * @param snapshot the snapshot that answered
     * @return JSON
     */
    public String list(Answer<Entry> answer, Snapshot snapshot) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = WireFormat.json().createGenerator(text)) {
            json.writeStartObject();
            json.writeStartArray("data");
            answer.entries().forEach(entry -> institution(json, (Institution) entry, snapshot));
            json.writeEnd();
            json.writeStartObject("facets");
            for (String facet : answer.query().facets()) {
                facet(json, snapshot.schema().field(facet).orElseThrow(), answer.counts(facet));
            }
            json.writeEnd();
            json.write("total", answer.total());
            json.writeStartObject("pagination")
                    .write("page", answer.query().page().number())
                    .write("limit", answer.query().page().limit())
                    .write("pages", answer.pages());
            answer.next().ifPresent(next -> json.write("cursor", next.toString()));
            json.writeEnd();
            links(json, answer, snapshot);
            json.write("query", QueryString.write(answer.query(), snapshot.schema()));
            json.write("version", answer.version().value());
            json.writeEnd();
        }
        return text.toString();
    }

    /**
     * Writes one institution.
     *
     * @param institution the institution
     * @param snapshot the snapshot that has it
     * @return JSON
     */
    public String one(Institution institution, Snapshot snapshot) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = WireFormat.json().createGenerator(text)) {
            json.writeStartObject();
            json.writeKey("data");
            institution(json, institution, snapshot);
            json.writeStartObject("links").write("self", self(institution)).writeEnd();
            json.write("version", snapshot.version().value());
            json.writeEnd();
        }
        return text.toString();
    }

    private void institution(JsonGenerator json, Institution it, Snapshot snapshot) {
        json.writeStartObject();
        json.write("id", it.id().value());
        json.write("kind", it.kind().id());
        text(json, "name", it.name());
        it.shortName().ifPresent(name -> json.write("shortName", name));
        json.write("type", it.type());
        json.write("status", it.status().id());
        it.successor().ifPresent(id -> json.write("successor", id.value()));
        it.summary().ifPresent(summary -> text(json, "summary", summary));
        json.writeStartArray("sites");
        it.sites().forEach(site -> site(json, site));
        json.writeEnd();
        json.writeStartArray("topics");
        for (AssignedTopic topic : it.topics()) {
            json.writeStartObject().write("id", topic.topic());
            if (topic.byEditor()) {
                json.write("assignedBy", "editor");
            }
            json.writeEnd();
        }
        json.writeEnd();
        texts(json, "parents", it.parents().stream().map(InstitutionId::value).toList());
        it.website().ifPresent(url -> json.write("website", url.toString()));
        it.ror().ifPresent(url -> json.write("ror", url.toString()));
        it.established().ifPresent(year -> json.write("established", year));
        if (it.example()) {
            json.write("example", true);
        }
        texts(json, "sources", it.sources());
        if (withOrigins) {
            snapshot.origin(it.id().value())
                    .ifPresent(origin -> json.writeStartObject("origin")
                            .write("source", origin.source())
                            .write("document", origin.document())
                            .writeEnd());
        }
        json.writeStartObject("links").write("self", self(it)).writeEnd();
        json.writeEnd();
    }

    private static void site(JsonGenerator json, Site site) {
        json.writeStartObject().write("municipality", site.municipality());
        site.label().ifPresent(label -> text(json, "label", label));
        site.address()
                .ifPresent(address -> json.writeStartObject("address")
                        .write("street", address.street())
                        .write("postalCode", address.postalCode())
                        .writeEnd());
        if (site.location().isPresent()) {
            GeoPoint point = site.location().get();
            json.writeStartObject("location")
                    .write("lat", point.latitude())
                    .write("lon", point.longitude())
                    .write("precision", site.precision().name().toLowerCase(Locale.ROOT))
                    .writeEnd();
        }
        json.writeEnd();
    }

    private void facet(JsonGenerator json, FilterSchema.Field<Entry> field, List<FacetCount> counts) {
        json.writeStartObject(field.name());
        label(json, field.label());
        json.writeStartArray("values");
        for (FacetCount count : counts) {
            Optional<Term> term = field.vocabulary().term(count.value());
            json.writeStartObject().write("value", count.value());
            term.ifPresent(it -> label(json, it.label()));
            json.write("count", count.entries());
            term.filter(it -> !it.broader().isEmpty()).ifPresent(it -> texts(json, "broader", it.broader()));
            json.writeEnd();
        }
        json.writeEnd();
        json.writeEnd();
    }

    private void label(JsonGenerator json, LocalizedText label) {
        Wording wording = label.in(language);
        json.write("label", wording.text());
        if (wording.isForeignTo(language)) {
            json.write("labelLanguage", wording.language().getLanguage());
        }
    }

    private void links(JsonGenerator json, Answer<Entry> answer, Snapshot snapshot) {
        int number = answer.query().page().number();
        boolean behindACursor = answer.query().after().isPresent();
        json.writeStartObject("links").write("self", written(answer.query(), snapshot));
        if (number > 1) {
            json.write("prev", page(answer, snapshot, Math.min(number - 1, answer.pages())));
        }
        boolean withinReach = (number + 1L) * answer.query().page().limit() <= Page.MAXIMUM_WINDOW;
        if (!behindACursor && number < answer.pages() && withinReach) {
            json.write("next", page(answer, snapshot, number + 1));
        } else if (answer.next().isPresent()) {
            // Where no page number reaches, a cursor does.
            json.write("next", written(answer.query().after(answer.next().get()), snapshot));
        }
        json.writeEnd();
    }

    private String page(Answer<Entry> answer, Snapshot snapshot, int number) {
        return written(
                answer.query().page(new Page(number, answer.query().page().limit())), snapshot);
    }

    private String written(Query wanted, Snapshot snapshot) {
        Parameters query = Parameters.parse(QueryString.write(wanted, snapshot.schema()));
        if (!language.equals(Locale.GERMAN)) {
            query = query.with("lang", language.getLanguage());
        }
        String written = query.toString();
        return written.isEmpty() ? address : address + "?" + written;
    }

    private String self(Institution institution) {
        return address + "/" + institution.id();
    }

    private static void text(JsonGenerator json, String member, LocalizedText text) {
        json.writeStartObject(member);
        text.german().ifPresent(german -> json.write("de", german));
        text.english().ifPresent(english -> json.write("en", english));
        json.writeEnd();
    }

    private static void texts(JsonGenerator json, String member, List<String> values) {
        json.writeStartArray(member);
        values.forEach(json::write);
        json.writeEnd();
    }
}
