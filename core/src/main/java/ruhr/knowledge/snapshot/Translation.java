package ruhr.knowledge.snapshot;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.model.Address;
import ruhr.knowledge.model.AssignedTopic;
import ruhr.knowledge.model.Block;
import ruhr.knowledge.model.Citation;
import ruhr.knowledge.model.ContactId;
import ruhr.knowledge.model.ContactPerson;
import ruhr.knowledge.model.Focus;
import ruhr.knowledge.model.Image;
import ruhr.knowledge.model.Institution;
import ruhr.knowledge.model.InstitutionId;
import ruhr.knowledge.model.InstitutionType;
import ruhr.knowledge.model.KeyFigure;
import ruhr.knowledge.model.Link;
import ruhr.knowledge.model.Municipality;
import ruhr.knowledge.model.RorId;
import ruhr.knowledge.model.Service;
import ruhr.knowledge.model.ServiceId;
import ruhr.knowledge.model.Site;
import ruhr.knowledge.model.Status;
import ruhr.knowledge.model.Story;
import ruhr.knowledge.model.StoryId;
import ruhr.knowledge.model.Topic;
import ruhr.knowledge.source.EntrySink.Place;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Slug;
import ruhr.knowledge.wire.AssignedTopicJson;
import ruhr.knowledge.wire.BlockJson;
import ruhr.knowledge.wire.ContactJson;
import ruhr.knowledge.wire.FigureJson;
import ruhr.knowledge.wire.FocusJson;
import ruhr.knowledge.wire.ImageJson;
import ruhr.knowledge.wire.InstitutionJson;
import ruhr.knowledge.wire.LinkJson;
import ruhr.knowledge.wire.MunicipalityJson;
import ruhr.knowledge.wire.PointJson;
import ruhr.knowledge.wire.ServiceJson;
import ruhr.knowledge.wire.SiteJson;
import ruhr.knowledge.wire.SourceJson;
import ruhr.knowledge.wire.StoryJson;
import ruhr.knowledge.wire.TeaserJson;
import ruhr.knowledge.wire.TextJson;
import ruhr.knowledge.wire.TopicJson;
import ruhr.knowledge.wire.TypeJson;

/**
 * Makes model objects of the records of one source. What a record cannot be without refuses it by an
 * {@code IllegalArgumentException}; what it can be without (a picture, a link, a place on the map) is left out and reported.
 */
final class Translation {

    private final Report report;
    private final Pictures pictures;
    private final Place place;

    Translation(Report report, Pictures pictures, Place place) {
        this.report = report;
        this.pictures = pictures;
        this.place = place;
    }

    Citation citation(SourceJson json) {
        return new Citation(
                required(json.id(), "id"), text(json.title(), "title"), part("url", json.url(), Link::webAddress));
    }

    Topic topic(TopicJson json) {
        return new Topic(
                required(json.id(), "id"),
                text(json.label(), "label"),
                slugs(json.aliases(), "aliases"),
                slugs(json.broader(), "broader"),
                optionalText(json.description()),
                slugs(json.sources(), "sources"));
    }

    InstitutionType type(TypeJson json) {
        return new InstitutionType(
                required(json.id(), "id"),
                text(json.label(), "label"),
                slugs(json.aliases(), "aliases"),
                slugs(json.broader(), "broader"));
    }

    Municipality municipality(MunicipalityJson json) {
        return new Municipality(
                required(json.id(), "id"),
                text(json.label(), "label"),
                oneOf(Municipality.Kind.values(), required(json.kind(), "kind"), "kind"),
                slugs(json.aliases(), "aliases"),
                slugs(json.broader(), "broader"),
                part("location", json.location(), Translation::point),
                slugs(json.sources(), "sources"));
    }

    Institution institution(InstitutionJson json) {
        return new Institution(
                new InstitutionId(required(json.id(), "id")),
                text(json.name(), "name"),
                optional(json.shortName()),
                required(json.type(), "type"),
                optionalText(json.summary()),
                parts("sites", json.sites(), this::site),
                json.status() == null ? Status.ACTIVE : oneOf(Status.values(), json.status(), "status"),
                part("successor", json.successor(), InstitutionId::new),
                each("parents", json.parents(), InstitutionId::new),
                topics(json.topics()),
                part("website", json.website(), Link::webAddress),
                part("ror", json.ror(), RorId::address),
                part("established", json.established(), year -> Institution.requireYear(whole(year))),
                image("logo", json.logo()),
                isTrue(json.example()),
                slugs(json.sources(), "sources"));
    }

    private Site site(SiteJson json, String member) {
        PointJson location = json.location();
        Site.Precision precision = part(
                        member + "/location/precision",
                        location == null ? null : location.precision(),
                        text -> oneOf(Site.Precision.values(), text, "precision"))
                .orElse(location == null || location.precision() == null ? Site.Precision.SITE : Site.Precision.CITY);
        return new Site(
                required(json.municipality(), "municipality"),
                optionalText(json.label()),
                part(
                        member + "/address",
                        json.address(),
                        address -> new Address(
                                line(address.street(), "street"), line(address.postalCode(), "postalCode"))),
                part(member + "/location", location, Translation::point),
                precision);
    }

    Service service(ServiceJson json) {
        return new Service(
                new ServiceId(required(json.id(), "id")),
                text(json.name(), "name"),
                text(json.summary(), "summary"),
                new InstitutionId(required(json.provider(), "provider")),
                topics(json.topics()),
                slugs(json.areas(), "areas"),
                each("contacts", json.contacts(), ContactId::new),
                link(json.link()),
                isTrue(json.example()),
                slugs(json.sources(), "sources"));
    }

    ContactPerson contact(ContactJson json) {
        return new ContactPerson(
                new ContactId(required(json.id(), "id")),
                new InstitutionId(required(json.institution(), "institution")),
                text(json.role(), "role"),
                optional(json.name()),
                part("email", json.email(), ContactPerson::requireMailbox),
                part("phone", json.phone(), ContactPerson::requirePhoneNumber),
                image("photo", json.photo()),
                part("review", json.review(), Translation::date),
                topics(json.topics()),
                isTrue(json.example()),
                slugs(json.sources(), "sources"));
    }

    Story story(StoryJson json) {
        return new Story(
                new StoryId(required(json.id(), "id")),
                text(json.title(), "title"),
                text(json.teaser(), "teaser"),
                texts(json.paragraphs(), "paragraphs"),
                topics(json.topics()),
                each("institutions", json.institutions(), InstitutionId::new),
                image("image", json.image()),
                link(json.link()),
                part("published", json.published(), Translation::date),
                isTrue(json.example()),
                slugs(json.sources(), "sources"));
    }

    KeyFigure figure(FigureJson json) {
        return new KeyFigure(
                required(json.id(), "id"),
                line(json.value(), "value"),
                json.qualifier() == null
                        ? KeyFigure.Qualifier.EXACT
                        : oneOf(KeyFigure.Qualifier.values(), json.qualifier(), "qualifier"),
                optional(json.unit()),
                part("year", json.year(), Translation::whole),
                text(json.label(), "label"),
                topics(json.topics()),
                part(
                        "asPublished",
                        json.asPublished(),
                        published -> new KeyFigure.Published(
                                line(published.by(), "by"), date(required(published.read(), "read")))),
                slugs(json.sources(), "sources"));
    }

    Focus focus(FocusJson json) {
        return new Focus(
                required(json.id(), "id"),
                required(json.topic(), "topic"),
                text(json.title(), "title"),
                text(json.description(), "description"),
                parts("blocks", json.blocks(), this::block));
    }

    private Block block(BlockJson json, String member) {
        String kind = required(json.block(), "block");
        return switch (kind) {
            case "hero" ->
                new Block.Hero(
                        text(json.title(), "title"),
                        text(json.intro(), "intro"),
                        image(member + "/image", json.image()));
            case "text" -> new Block.Text(optionalText(json.title()), texts(json.paragraphs(), member + "/paragraphs"));
            case "figures" -> new Block.Figures(optionalText(json.title()), slugs(json.figures(), member + "/figures"));
            case "institutions" ->
                new Block.Institutions(
                        text(json.title(), "title"),
                        optionalText(json.text()),
                        required(json.query(), "query"),
                        json.limit() == null ? 6 : whole(json.limit()));
            case "image" ->
                new Block.Picture(image(member + "/image", json.image())
                        .orElseThrow(() -> new IllegalArgumentException("image: expected a picture, found none")));
            case "services" ->
                new Block.Services(
                        text(json.title(), "title"),
                        optionalText(json.text()),
                        each(member + "/services", json.services(), ServiceId::new),
                        optionalText(json.closing()));
            case "contact" ->
                new Block.Contact(text(json.title(), "title"), new ContactId(required(json.contact(), "contact")));
            case "teasers" ->
                new Block.Teasers(optionalText(json.title()), parts(member + "/teasers", json.teasers(), this::teaser));
            default ->
                throw new IllegalArgumentException(
                        "block: expected hero, text, figures, institutions, image, services, contact or teasers, found "
                                + Finding.quote(kind));
        };
    }

    private Block.Teaser teaser(TeaserJson json, String member) {
        return new Block.Teaser(
                new StoryId(required(json.story(), "story")),
                !Boolean.FALSE.equals(json.readMore()),
                !Boolean.FALSE.equals(json.chip()));
    }

    private Optional<Image> image(String member, @Nullable ImageJson json) {
        return part(member, json, given -> {
            Image image = new Image(
                    required(given.src(), "src"),
                    text(given.alt(), "alt"),
                    whole(required(given.width(), "width")),
                    whole(required(given.height(), "height")),
                    optional(given.credit()));
            pictures.load(image);
            return image;
        });
    }

    private Optional<Link> link(@Nullable LinkJson json) {
        return part(
                "link",
                json,
                given -> new Link(Link.webAddress(required(given.url(), "url")), optionalText(given.label())));
    }

    private List<AssignedTopic> topics(@Nullable List<AssignedTopicJson> json) {
        return parts(
                "topics",
                json,
                (topic, member) -> new AssignedTopic(required(topic.id(), "id"), "editor".equals(topic.assignedBy())));
    }

    private List<String> slugs(@Nullable List<String> json, String member) {
        return each(member, json, value -> Slug.require(value, "id"));
    }

    private List<LocalizedText> texts(@Nullable List<TextJson> json, String member) {
        return parts(member, json, (text, inside) -> text(text, "text"));
    }

    private static LocalizedText text(@Nullable TextJson json, String member) {
        TextJson given = required(json, member);
        return LocalizedText.of(given.de(), given.en());
    }

    private static Optional<LocalizedText> optionalText(@Nullable TextJson json) {
        boolean blank = json == null || isBlank(json.de()) && isBlank(json.en());
        return blank ? Optional.empty() : Optional.of(LocalizedText.of(json.de(), json.en()));
    }

    private static Optional<String> optional(@Nullable String text) {
        // Folded as every text is: one line, no control characters.
        return isBlank(text) ? Optional.empty() : LocalizedText.of(text, null).german();
    }

    private static String line(@Nullable String text, String member) {
        return optional(required(text, member)).orElseThrow();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static GeoPoint point(PointJson json) {
        return new GeoPoint(
                required(json.lat(), "lat").doubleValue(),
                required(json.lon(), "lon").doubleValue());
    }

    private static int whole(BigDecimal number) {
        try {
            return number.intValueExact();
        } catch (ArithmeticException fractionOrTooLarge) {
            throw new IllegalArgumentException(
                    "number: expected a whole number, found " + Finding.quote(number.toString()), fractionOrTooLarge);
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(
                    "date: expected a day such as 2026-11-23, found " + Finding.quote(text), malformed);
        }
    }

    private static <E extends Enum<E>> E oneOf(E[] values, String text, String member) {
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException(member + ": expected one of "
                + Arrays.toString(values).toLowerCase(Locale.ROOT).replace('_', '-') + ", found "
                + Finding.quote(text));
    }

    private static <T> T required(@Nullable T value, String member) {
        if (value == null || value instanceof String text && isBlank(text)) {
            throw new IllegalArgumentException(member + ": expected a value, found none");
        }
        return value;
    }

    /** Makes something that the record can be without. */
    private <J, T> Optional<T> part(String member, @Nullable J json, Function<J, T> make) {
        if (json == null || json instanceof String text && isBlank(text)) {
            return Optional.empty();
        }
        return attempt(member, () -> make.apply(json));
    }

    /** Makes the elements of a list; one that cannot be made is left out. */
    private <J, T> List<T> parts(String member, @Nullable List<J> json, BiFunction<J, String, T> make) {
        List<T> made = new ArrayList<>();
        int index = 0;
        for (J element : json == null ? List.<J>of() : json) {
            String inside = member + "/" + index++;
            attempt(inside, () -> make.apply(element, inside)).ifPresent(made::add);
        }
        return made;
    }

    private <T> List<T> each(String member, @Nullable List<String> json, Function<String, T> make) {
        return parts(member, json, (text, inside) -> make.apply(text));
    }

    private <T> Optional<T> attempt(String member, Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (IllegalArgumentException refusal) {
            report.partLeftOut(place, member, refusal);
            return Optional.empty();
        }
    }
}
