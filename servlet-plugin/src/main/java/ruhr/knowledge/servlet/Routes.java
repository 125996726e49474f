package ruhr.knowledge.servlet;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.embed.EmbedAddress;
import ruhr.knowledge.embed.EmbedBuilder;
import ruhr.knowledge.embed.EmbedPages;
import ruhr.knowledge.embed.OEmbed;
import ruhr.knowledge.export.ContactVCard;
import ruhr.knowledge.export.InstitutionsJson;
import ruhr.knowledge.export.ProblemJson;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.filter.Problem;
import ruhr.knowledge.model.ContactPerson;
import ruhr.knowledge.model.EntryKind;
import ruhr.knowledge.model.Institution;
import ruhr.knowledge.query.Cursor;
import ruhr.knowledge.query.CursorExpired;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.InvalidQuery;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.QueryString;
import ruhr.knowledge.query.ReadQuery;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.Version;
import ruhr.knowledge.widget.Assets;
import ruhr.knowledge.widget.Rendering;
import ruhr.knowledge.widget.WidgetRenderer;
import ruhr.knowledge.widget.WidgetRequest;

/** Which address gives which reply. Paths are compared with a table; no part of one becomes a file name. */
final class Routes {

    private static final List<String> FACETS = List.of("topic", "type", "city", "status");
    private static final String CARD = ".vcf";
    private static final Map<String, String> FOR_ALL_ORIGINS = Map.of("Access-Control-Allow-Origin", "*");

    /** Files whose addresses stay the same when their content changes; compressed once. */
    private static final Map<String, Reply> EVERGREEN = Map.of(
            Assets.ELEMENT, evergreen(Assets.own(Assets.ELEMENT)),
            Assets.ELEMENT_TYPES, evergreen(Assets.own(Assets.ELEMENT_TYPES)));

    /** What precedes the unencoded query of the page around a widget. */
    private static final String REST = "host=?";

    /** The key of what is made anew each time: two questions that cannot be decoded may look the same. */
    private static final String UNREMEMBERED = "";

    /** Longer questions are answered, but not remembered. */
    private static final int LONGEST_KEY = 1000;

    /** Longer addresses are read anew each time. */
    private static final int LONGEST_ADDRESS = 400;

    private final KnowledgeBase base;
    private final String basePath;
    private final String pagePolicy;
    private final String builderPolicy;
    private final WidgetRenderer widgets;
    private final EmbedPages pages;
    private final Optional<String> publicBaseUrl;
    private final Optional<OEmbed> oembed;
    private final EmbedBuilder builder;
    private final Assets assets;
    private final RenderCache cache;
    private final CacheTags cacheTags;
    private final boolean offersData;
    private final boolean showsOrigins;

    /** What else than the data an answer depends on: this program, and where it answers. */
    private final String seed;

    Routes(KnowledgeBase base, Answering answering, RenderCache cache) {
        String basePath = answering.basePath();
        this.base = base;
        this.cacheTags = answering.cacheTags();
        this.offersData = answering.offersData();
        this.showsOrigins = answering.showsOrigins();
        this.seed = build() + " " + basePath + " ";
        this.basePath = basePath;
        this.publicBaseUrl = basePath.contains("://") ? Optional.of(basePath) : Optional.empty();
        // In a sandbox a page may have no self: the public address says whose files are meant.
        String own = publicBaseUrl.map(Routes::origin).map("'self' "::concat).orElse("'self'");
        String rest = "; base-uri 'none'; form-action " + own + "; frame-ancestors " + answering.frameAncestors();
        this.pagePolicy = "default-src 'none'; script-src " + own + "; style-src " + own + "; img-src " + own + rest;
        this.builderPolicy = "default-src 'none'; script-src " + own + "; style-src " + own + "; connect-src " + own
                + "; frame-src " + own + rest;
        this.widgets = new WidgetRenderer(base, basePath);
        this.pages = new EmbedPages(widgets, basePath);
        this.builder = new EmbedBuilder(widgets, basePath);
        this.oembed = publicBaseUrl.map(url -> new OEmbed(widgets, url));
        this.assets = new Assets(base);
        this.cache = cache;
    }

    private static String origin(String url) {
        URI address = URI.create(url);
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    /** Tells builds apart. One that is not released may change without a new name: it differs with every start. */
    private static String build() {
        String version = Routes.class.getPackage().getImplementationVersion();
        boolean isReleased = version != null && !version.endsWith("-SNAPSHOT");
        return isReleased ? version + Assets.stylesheet("") : UUID.randomUUID().toString();
    }

    /**
     * What an address stands for.
     *
     * @param key the same for all addresses that give the same reply; empty for what is made anew each time
     * @param make makes the reply; what its entity tags begin with is handed in
     */
    private record Asked(String key, Maker make) {

        static Asked anew(Supplier<Reply> make) {
            return new Asked(UNREMEMBERED, tag -> make.get());
        }
    }

    /** Makes a reply. */
    private interface Maker {
        Reply reply(String tag);
    }

    Reply reply(String path, String queryString) {
        return reply(path, queryString, null, false);
    }

    /**
     * Answers.
     *
     * @param condition the tags of what the other side has, as in {@code If-None-Match}; null for nothing
     * @param gzip whether it wants the compressed form
     */
    Reply reply(String path, String queryString, @Nullable String condition, boolean gzip) {
        // Taken once: whatever is made for this request, and the shelf it is put on, belong to one version.
        Optional<Snapshot> current = base.current();
        if (current.isEmpty()) {
            return withoutData(path, queryString);
        }
        Snapshot snapshot = current.get();
        Version version = snapshot.version();
        String address = path.length() + queryString.length() <= LONGEST_ADDRESS ? path + "?" + queryString : "";
        RenderCache.Meaning known = address.isEmpty() ? null : cache.meaning(version, address);
        if (known != null) {
            Optional<Reply> unchanged = unchanged(known.tag(), condition, gzip);
            Optional<Reply> remembered = unchanged.isPresent() ? unchanged : cache.find(version, known.key());
            if (remembered.isPresent()) {
                return remembered.get();
            }
        }
        Asked asked = asked(path, queryString, snapshot);
        if (asked.key().isEmpty() || asked.key().length() > LONGEST_KEY) {
            return asked.make().reply("");
        }
        RenderCache.Meaning meaning = known != null ? known : new RenderCache.Meaning(asked.key(), tag(version, asked));
        if (known == null && !address.isEmpty()) {
            cache.means(version, address, meaning);
        }
        return unchanged(meaning.tag(), condition, gzip)
                .orElseGet(() ->
                        cache.get(version, meaning.key(), () -> asked.make().reply(meaning.tag())));
    }

    private String tag(Version version, Asked asked) {
        return Body.hash((seed + version.value() + " " + asked.key()).getBytes(StandardCharsets.UTF_8));
    }

    /** Says that nothing has changed, without making what it would be: the tag follows from what is asked for. */
    private static Optional<Reply> unchanged(String tag, @Nullable String condition, boolean gzip) {
        if (condition == null || !condition.contains(tag)) {
            return Optional.empty();
        }
        for (Reply.Lifetime lifetime : List.of(Reply.Lifetime.SHORT, Reply.Lifetime.ASKED)) {
            String named = named(tag, lifetime);
            if (Transfer.matches(condition, Body.tagOf(named, gzip))) {
                return Optional.of(Reply.unchanged(named, lifetime));
            }
        }
        return Optional.empty();
    }

    /** Files and wrong addresses are answered as ever; everything else needs the data. */
    private Reply withoutData(String path, String queryString) {
        String[] parts = path.split("/", -1);
        return switch (parts.length < 2 || !parts[0].isEmpty() ? "" : parts[1]) {
            case "widgets", "embed", "embed-builder", "oembed", "api", "health" -> Unavailable.reply(path, queryString);
            case Assets.ELEMENT, Assets.ELEMENT_TYPES ->
                parts.length == 2 ? Objects.requireNonNull(EVERGREEN.get(parts[1])) : nothingHere();
            case "assets" -> asset(path, parts);
            default -> nothingHere();
        };
    }

    /** Returns a tag that tells how long its answer may be kept, because an answer without a body has to say it too. */
    private static String named(String tag, Reply.Lifetime lifetime) {
        return lifetime == Reply.Lifetime.ASKED ? tag + "p" : tag;
    }

    private Asked asked(String path, String queryString, Snapshot snapshot) {
        String[] parts = path.split("/", -1);
        if (parts.length < 2 || !parts[0].isEmpty()) {
            return Asked.anew(Routes::nothingHere);
        }
        return switch (parts[1]) {
            case "widgets" -> widget(path.substring("/widgets".length()), queryString, snapshot);
            case "embed" -> page(path.substring("/embed".length()), queryString, snapshot);
            case "embed-builder" ->
                Asked.anew(() -> parts.length == 2 ? builder(Parameters.parse(queryString), snapshot) : nothingHere());
            case "oembed" ->
                Asked.anew(() -> parts.length == 2 ? oembed(Parameters.parse(queryString), snapshot) : nothingHere());
            case Assets.ELEMENT, Assets.ELEMENT_TYPES ->
                Asked.anew(() -> parts.length == 2 ? Objects.requireNonNull(EVERGREEN.get(parts[1])) : nothingHere());
            case "assets" -> Asked.anew(() -> asset(path, parts));
            case "api" -> api(parts, queryString, snapshot);
            case "health" -> Asked.anew(() -> parts.length == 2 ? Health.of(base) : nothingHere());
            default -> Asked.anew(Routes::nothingHere);
        };
    }

    private Asked widget(String path, String queryString, Snapshot snapshot) {
        Optional<EmbedAddress> address = address(path, queryString);
        if (address.isEmpty()) {
            return Asked.anew(Routes::noSuchWidget);
        }
        Parameters given = address.get().withId();
        Optional<Parameters> host =
                rest(queryString).or(() -> given.first("host")).map(Parameters::parse);
        boolean inElement = given.first("as").equals(Optional.of("element"));
        WidgetRequest request = new WidgetRequest(
                address.get().widget(),
                own(given, snapshot),
                host,
                widgetLanguage(given),
                inElement ? WidgetRequest.Delivery.ELEMENT : WidgetRequest.Delivery.FRAGMENT);
        if (inElement) {
            return new Asked(
                    key("element/", request, given, snapshot),
                    tag -> rendered(pages.element(request, snapshot), request, tag, FOR_ALL_ORIGINS));
        }
        return new Asked(
                key("widgets/", request, given, snapshot),
                tag -> rendered(widgets.render(request, snapshot), request, tag, FOR_ALL_ORIGINS));
    }

    private static Optional<EmbedAddress> address(String path, String queryString) {
        int end = restAt(queryString);
        String own = end < 0 ? queryString : queryString.substring(0, end);
        return path.startsWith("/") ? EmbedAddress.of(path.substring(1), own) : Optional.empty();
    }

    /**
     * Returns the query of the page around a widget where it follows as it is: {@code limit=5&host=?article=7&rk_page=2}.
     * Servers that include pages often have it, and cannot write it in another way.
     */
    private static Optional<String> rest(String queryString) {
        int at = restAt(queryString);
        return at < 0 ? Optional.empty() : Optional.of(queryString.substring(at + REST.length()));
    }

    private static int restAt(String queryString) {
        if (queryString.startsWith(REST)) {
            return 0;
        }
        int at = queryString.indexOf("&" + REST);
        return at < 0 ? -1 : at + 1;
    }

    private Asked page(String path, String queryString, Snapshot snapshot) {
        Optional<EmbedAddress> address = address(path, queryString);
        if (address.isEmpty()) {
            return Asked.anew(Routes::noSuchWidget);
        }
        Parameters given = address.get().withId();
        WidgetRequest request = new WidgetRequest(
                address.get().widget(),
                own(given, snapshot),
                Optional.empty(),
                widgetLanguage(given),
                WidgetRequest.Delivery.DOCUMENT);
        return new Asked(
                key("embed/", request, given, snapshot),
                tag -> rendered(
                        pages.render(request.widget(), request.parameters(), request.language(), snapshot),
                        request,
                        tag,
                        Map.of("Content-Security-Policy", pagePolicy)));
    }

    private Reply oembed(Parameters asked, Snapshot snapshot) {
        if (oembed.isEmpty()) {
            return refused(
                    404,
                    "Not found",
                    "Nothing can be embedded by its address: expected the setting ruhr.knowledge.publicBaseUrl, found none.");
        }
        OEmbed.Answer answer = oembed.get().answer(asked, snapshot);
        return answer instanceof OEmbed.Refused no
                ? refused(no.status(), no.title(), no.detail())
                : json(((OEmbed.Found) answer).json());
    }

    private Reply builder(Parameters asked, Snapshot snapshot) {
        String html = builder.render(asked, widgetLanguage(asked), snapshot);
        return Reply.of(200, Reply.HTML, html, Map.of("Content-Security-Policy", builderPolicy));
    }

    private static Reply evergreen(Assets.Asset file) {
        return new Reply(200, file.mediaType(), Body.of(file.content(), true), Reply.Lifetime.SHORT, FOR_ALL_ORIGINS);
    }

    /** Returns the key of a widget; empty where a part of what is asked for cannot be decoded: two such may look the same. */
    private String key(String way, WidgetRequest request, Parameters given, Snapshot snapshot) {
        boolean readable = given.problems().isEmpty()
                && request.host().map(page -> page.problems().isEmpty()).orElse(true);
        return readable ? way + request.widget() + "?" + widgets.key(request, snapshot) : UNREMEMBERED;
    }

    private Locale widgetLanguage(Parameters parameters) {
        return parameters.first("lang").flatMap(widgets::language).orElse(Locale.GERMAN);
    }

    private static Locale language(Parameters parameters) {
        return parameters.first("lang").flatMap(QueryString::language).orElse(Locale.GERMAN);
    }

    /** Keeps what widgets read. */
    private static Parameters own(Parameters given, Snapshot snapshot) {
        return WidgetRenderer.relevant(given, snapshot).without("lang").without("host");
    }

    private Reply rendered(Rendering rendering, WidgetRequest request, String tag, Map<String, String> headers) {
        if (rendering.outcome() == Rendering.Outcome.NOT_FOUND) {
            return Reply.of(404, Reply.HTML, rendering.html(), headers);
        }
        Reply.Lifetime lifetime = rendering.personal() ? Reply.Lifetime.ASKED : Reply.Lifetime.SHORT;
        Body body = tag.isEmpty() ? Body.of(rendering.html()) : Body.of(rendering.html(), named(tag, lifetime));
        return new Reply(
                200, Reply.HTML, body, lifetime, cacheTags.headers(request.widget(), rendering.shown(), headers));
    }

    private Reply asset(String path, String[] parts) {
        if (parts.length < 4) {
            return nothingHere();
        }
        String name = path.substring("/assets/".length() + parts[2].length() + 1);
        return assets.find(parts[2], name).map(Routes::file).orElseGet(Routes::nothingHere);
    }

    private static Reply file(Assets.Asset asset) {
        boolean text =
                asset.mediaType().startsWith("text/") || asset.mediaType().contains("svg");
        // A drawing that somebody opens by itself must not be able to run anything.
        String policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return new Reply(
                200,
                asset.mediaType(),
                Body.of(asset.content(), text),
                Reply.Lifetime.ENDLESS,
                Map.of("Access-Control-Allow-Origin", "*", "Content-Security-Policy", policy));
    }

    private Asked api(String[] parts, String queryString, Snapshot snapshot) {
        if (parts.length >= 5 && parts[2].equals("v1") && parts[3].equals("data")) {
            return data(parts, snapshot);
        }
        Parameters parameters = Parameters.parse(queryString);
        boolean isCard = parts.length == 5 && parts[2].equals("v1") && parts[3].equals("contacts");
        if (isCard && parts[4].endsWith(CARD)) {
            String id = parts[4].substring(0, parts[4].length() - CARD.length());
            return Asked.anew(() -> card(id, language(parameters), snapshot));
        }
        boolean institutions = parts.length >= 4 && parts[2].equals("v1") && parts[3].equals("institutions");
        if (!institutions || parts.length > 5) {
            return Asked.anew(
                    () -> refused(404, "Not found", "There is nothing at this address. Try /api/v1/institutions."));
        }
        return parts.length == 4
                ? institutions(parameters, snapshot)
                : Asked.anew(() -> institution(parts[4], parameters, snapshot));
    }

    private Asked data(String[] parts, Snapshot snapshot) {
        if (!offersData) {
            return Asked.anew(() -> refused(
                    404,
                    "Not found",
                    "This installation does not offer its data to mirrors: see ruhr.knowledge.mirror."));
        }
        String path = String.join("/", Arrays.asList(parts).subList(4, parts.length));
        if (path.equals(DataRoute.DOCUMENT)) {
            return new Asked(
                    "api/data",
                    tag -> DataRoute.document(snapshot, tag.isEmpty() ? "" : named(tag, Reply.Lifetime.ASKED)));
        }
        return Asked.anew(() -> DataRoute.picture(snapshot, path)
                .orElseGet(() -> refused(404, "Not found", "There is nothing at this address.")));
    }

    private static Reply card(String id, Locale language, Snapshot snapshot) {
        return snapshot.searcher()
                .find(id, Deadline.none())
                .filter(ContactPerson.class::isInstance)
                .map(ContactPerson.class::cast)
                .map(contact -> new Reply(
                        200,
                        ContactVCard.MEDIA_TYPE,
                        Body.of(new ContactVCard(language).one(contact, institution(contact, snapshot))),
                        Reply.Lifetime.ASKED,
                        Map.of("Access-Control-Allow-Origin", "*", "Content-Disposition", attachment(id))))
                .orElseGet(
                        () -> refused(404, "Not found", "There is no contact with the id " + Finding.quote(id) + "."));
    }

    /** Names the file; the id of an entry is made of a-z, 0-9 and hyphens. */
    private static String attachment(String id) {
        return "attachment; filename=\"" + id + CARD + "\"";
    }

    private static Optional<Institution> institution(ContactPerson contact, Snapshot snapshot) {
        return snapshot.searcher()
                .find(contact.institution().value(), Deadline.none())
                .filter(Institution.class::isInstance)
                .map(Institution.class::cast);
    }

    private Asked institutions(Parameters parameters, Snapshot snapshot) {
        ReadQuery read = QueryString.read(parameters, snapshot.schema(), Set.of());
        if (!read.problems().isEmpty()) {
            return Asked.anew(() -> refused(read.problems()));
        }
        Query query = read.query().within(Filter.choice("kind", EntryKind.INSTITUTION.id()));
        Query counted = parameters.first("facets").isPresent() ? query : query.counting(FACETS);
        Locale language = language(parameters);
        String written;
        try {
            written = QueryString.write(counted, snapshot.schema());
        } catch (IllegalArgumentException longerThanItCame) {
            // Short aliases may stand for long ids.
            return Asked.anew(() -> refused(Problem.malformed(
                    "query", "", "at most " + Parameters.MAXIMUM_LENGTH + " characters with all names written out")));
        }
        if (counted.after().isPresent()) {
            // A cursor of another answer is told apart by asking.
            return Asked.anew(() -> institutions(counted, language, "", snapshot));
        }
        return new Asked(
                "api/institutions?" + language + "&" + written, tag -> institutions(counted, language, tag, snapshot));
    }

    private Reply institutions(Query counted, Locale language, String tag, Snapshot snapshot) {
        try {
            String json = new InstitutionsJson(basePath + "/api/v1/institutions", language, showsOrigins)
                    .list(snapshot.searcher().ask(counted, Deadline.none()), snapshot);
            return tag.isEmpty()
                    ? json(json)
                    : new Reply(200, Reply.JSON, Body.of(json, tag), Reply.Lifetime.SHORT, FOR_ALL_ORIGINS);
        } catch (InvalidQuery ofAnother) {
            return refused(ofAnother.problems());
        } catch (CursorExpired gone) {
            return refused(Problem.malformed(
                    "cursor",
                    counted.after().map(Cursor::toString).orElse(""),
                    "the cursor of an answer of version " + snapshot.version().value()
                            + ", which is the one of today: the data have changed, begin with the first page"));
        }
    }

    private Reply institution(String id, Parameters parameters, Snapshot snapshot) {
        List<Problem> problems =
                QueryString.read(parameters, snapshot.schema(), Set.of()).problems();
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        return snapshot.searcher()
                .find(id, Deadline.none())
                .filter(Institution.class::isInstance)
                .map(Institution.class::cast)
                .map(it ->
                        json(new InstitutionsJson(basePath + "/api/v1/institutions", language(parameters), showsOrigins)
                                .one(it, snapshot)))
                .orElseGet(() ->
                        refused(404, "Not found", "There is no institution with the id " + Finding.quote(id) + "."));
    }

    private static Reply json(String text) {
        return Reply.of(200, Reply.JSON, text, FOR_ALL_ORIGINS);
    }

    private static Reply refused(List<Problem> problems) {
        return Reply.of(400, Reply.PROBLEM, ProblemJson.of(problems), FOR_ALL_ORIGINS);
    }

    private static Reply refused(int status, String title, String detail) {
        return Reply.of(status, Reply.PROBLEM, ProblemJson.of(status, title, detail), FOR_ALL_ORIGINS);
    }

    private static Reply noSuchWidget() {
        String text = "<p lang=\"en\">There is no such widget. There are: " + String.join(", ", WidgetRenderer.names())
                + ".</p>\n";
        return Reply.of(404, Reply.HTML, text, Map.of("Content-Security-Policy", "default-src 'none'"));
    }

    private static Reply nothingHere() {
        return Reply.of(404, "text/plain;charset=UTF-8", "There is nothing at this address.\n", Map.of());
    }
}
