package ruhr.knowledge.snapshot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.model.AssignedTopic;
import ruhr.knowledge.model.Block;
import ruhr.knowledge.model.Citation;
import ruhr.knowledge.model.ContactPerson;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.Focus;
import ruhr.knowledge.model.Image;
import ruhr.knowledge.model.Institution;
import ruhr.knowledge.model.InstitutionType;
import ruhr.knowledge.model.KeyFigure;
import ruhr.knowledge.model.Link;
import ruhr.knowledge.model.Municipality;
import ruhr.knowledge.model.Service;
import ruhr.knowledge.model.Site;
import ruhr.knowledge.model.Story;
import ruhr.knowledge.model.Topic;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.wire.AddressJson;
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
import ruhr.knowledge.wire.PublishedJson;
import ruhr.knowledge.wire.ServiceJson;
import ruhr.knowledge.wire.SiteJson;
import ruhr.knowledge.wire.SourceJson;
import ruhr.knowledge.wire.StoryJson;
import ruhr.knowledge.wire.TeaserJson;
import ruhr.knowledge.wire.TextJson;
import ruhr.knowledge.wire.TopicJson;
import ruhr.knowledge.wire.TypeJson;
import ruhr.knowledge.wire.WireRecord;

/** Makes records of model objects: what {@link Translation} does, backwards. What is absent or empty is left out. */
final class Publication {

    private Publication() {}

    static SourceJson of(Citation it) {
        return new SourceJson(
                it.id(), text(it.title()), it.url().map(Object::toString).orElse(null));
    }

    static WireRecord of(Term term) {
        if (term instanceof Topic it) {
            return new TopicJson(
                    it.id(),
                    text(it.label()),
                    unlessEmpty(it.aliases()),
                    unlessEmpty(it.broader()),
                    text(it.description()),
                    unlessEmpty(it.sources()));
        } else if (term instanceof Municipality it) {
            return new MunicipalityJson(
                    it.id(),
                    text(it.label()),
                    word(it.kind()),
                    unlessEmpty(it.aliases()),
                    unlessEmpty(it.broader()),
                    it.location().map(point -> point(point, null)).orElse(null),
                    unlessEmpty(it.sources()));
        }
        InstitutionType it = (InstitutionType) term;
        return new TypeJson(
                it.id(), text(it.label()), unlessEmpty(it.aliases()), unlessEmpty(it.broader()), null, null);
    }

    static WireRecord of(Entry entry) {
        if (entry instanceof Institution it) {
            return institution(it);
        } else if (entry instanceof ContactPerson it) {
            return contact(it);
        } else if (entry instanceof Service it) {
            return service(it);
        }
        return story((Story) entry);
    }

    private static InstitutionJson institution(Institution it) {
        return new InstitutionJson(
                it.id().value(),
                text(it.name()),
                it.shortName().orElse(null),
                it.type(),
                text(it.summary()),
                each(it.sites(), Publication::site),
                word(it.status()),
                it.successor().map(id -> id.value()).orElse(null),
                each(it.parents(), id -> id.value()),
                topics(it.topics()),
                it.website().map(Object::toString).orElse(null),
                it.ror().map(Object::toString).orElse(null),
                null,
                it.established().map(BigDecimal::valueOf).orElse(null),
                image(it.logo()),
                ifTrue(it.example()),
                unlessEmpty(it.sources()));
    }

    private static SiteJson site(Site it) {
        return new SiteJson(
                it.municipality(),
                text(it.label()),
                it.address()
                        .map(address -> new AddressJson(address.street(), address.postalCode()))
                        .orElse(null),
                it.location().map(point -> point(point, word(it.precision()))).orElse(null));
    }

    /** Says again which members may be published: those that are there. */
    private static ContactJson contact(ContactPerson it) {
        List<String> publish = new ArrayList<>();
        it.personName().ifPresent(name -> publish.add("name"));
        it.email().ifPresent(email -> publish.add("email"));
        it.phone().ifPresent(phone -> publish.add("phone"));
        it.photo().ifPresent(photo -> publish.add("photo"));
        return new ContactJson(
                it.id().value(),
                it.institution().value(),
                text(it.role()),
                it.personName().orElse(null),
                it.email().orElse(null),
                it.phone().orElse(null),
                image(it.photo()),
                publish,
                it.review().map(Object::toString).orElse(null),
                topics(it.topics()),
                ifTrue(it.example()),
                unlessEmpty(it.sources()));
    }

    private static ServiceJson service(Service it) {
        return new ServiceJson(
                it.id().value(),
                text(it.name()),
                text(it.summary()),
                it.provider().value(),
                topics(it.topics()),
                unlessEmpty(it.areas()),
                each(it.contacts(), id -> id.value()),
                link(it.link()),
                ifTrue(it.example()),
                unlessEmpty(it.sources()));
    }

    private static StoryJson story(Story it) {
        return new StoryJson(
                it.id().value(),
                text(it.title()),
                text(it.teaser()),
                each(it.paragraphs(), Publication::text),
                topics(it.topics()),
                each(it.institutions(), id -> id.value()),
                image(it.image()),
                link(it.link()),
                it.published().map(Object::toString).orElse(null),
                ifTrue(it.example()),
                unlessEmpty(it.sources()));
    }

    static FigureJson of(KeyFigure it) {
        return new FigureJson(
                it.id(),
                it.value(),
                word(it.qualifier()),
                it.unit().orElse(null),
                it.year().map(BigDecimal::valueOf).orElse(null),
                text(it.label()),
                topics(it.topics()),
                it.published()
                        .map(published -> new PublishedJson(
                                published.by(), published.read().toString()))
                        .orElse(null),
                unlessEmpty(it.sources()));
    }

    static FocusJson of(Focus it) {
        return new FocusJson(
                it.id(), it.topic(), text(it.title()), text(it.description()), each(it.blocks(), Publication::block));
    }

    private static BlockJson block(Block block) {
        if (block instanceof Block.Hero it) {
            return new Parts("hero")
                    .title(it.title())
                    .intro(it.intro())
                    .image(it.image())
                    .made();
        } else if (block instanceof Block.Text it) {
            return new Parts("text")
                    .title(it.title())
                    .paragraphs(it.paragraphs())
                    .made();
        } else if (block instanceof Block.Figures it) {
            return new Parts("figures").title(it.title()).figures(it.figures()).made();
        } else if (block instanceof Block.Institutions it) {
            return new Parts("institutions")
                    .title(it.title())
                    .text(it.text())
                    .asking(it.query(), it.limit())
                    .made();
        } else if (block instanceof Block.Picture it) {
            return new Parts("image").image(Optional.of(it.image())).made();
        } else if (block instanceof Block.Services it) {
            return new Parts("services")
                    .title(it.title())
                    .text(it.text())
                    .services(each(it.services(), id -> id.value()), it.closing())
                    .made();
        } else if (block instanceof Block.Contact it) {
            return new Parts("contact")
                    .title(it.title())
                    .contact(it.contact().value())
                    .made();
        }
        Block.Teasers it = (Block.Teasers) block;
        return new Parts("teasers").title(it.title()).teasers(it.teasers()).made();
    }

    /** The members of a block, of which each kind has some. */
    private static final class Parts {

        private final String block;
        private @Nullable TextJson title;
        private @Nullable TextJson intro;
        private @Nullable ImageJson image;
        private @Nullable List<TextJson> paragraphs;
        private @Nullable List<String> figures;
        private @Nullable TextJson text;
        private @Nullable String query;
        private @Nullable BigDecimal limit;
        private @Nullable List<String> services;
        private @Nullable TextJson closing;
        private @Nullable String contact;
        private @Nullable List<TeaserJson> teasers;

        Parts(String block) {
            this.block = block;
        }

        Parts title(LocalizedText given) {
            title = Publication.text(given);
            return this;
        }

        Parts title(Optional<LocalizedText> given) {
            title = Publication.text(given);
            return this;
        }

        Parts intro(LocalizedText given) {
            intro = Publication.text(given);
            return this;
        }

        Parts image(Optional<Image> given) {
            image = Publication.image(given);
            return this;
        }

        Parts paragraphs(List<LocalizedText> given) {
            paragraphs = each(given, Publication::text);
            return this;
        }

        Parts figures(List<String> given) {
            figures = unlessEmpty(given);
            return this;
        }

        Parts text(Optional<LocalizedText> given) {
            text = Publication.text(given);
            return this;
        }

        Parts asking(String given, int most) {
            query = given;
            limit = BigDecimal.valueOf(most);
            return this;
        }

        Parts services(@Nullable List<String> given, Optional<LocalizedText> last) {
            services = given;
            closing = Publication.text(last);
            return this;
        }

        Parts contact(String given) {
            contact = given;
            return this;
        }

        Parts teasers(List<Block.Teaser> given) {
            teasers = each(given, it -> new TeaserJson(it.story().value(), it.readMore(), it.chip()));
            return this;
        }

        BlockJson made() {
            return new BlockJson(
                    block,
                    title,
                    intro,
                    image,
                    paragraphs,
                    figures,
                    text,
                    query,
                    limit,
                    services,
                    closing,
                    contact,
                    teasers);
        }
    }

    private static @Nullable ImageJson image(Optional<Image> image) {
        return image.map(it -> new ImageJson(
                        it.src(),
                        text(it.alt()),
                        BigDecimal.valueOf(it.width()),
                        BigDecimal.valueOf(it.height()),
                        it.credit().orElse(null)))
                .orElse(null);
    }

    private static @Nullable LinkJson link(Optional<Link> link) {
        return link.map(it -> new LinkJson(it.url().toString(), text(it.label())))
                .orElse(null);
    }

    private static @Nullable List<AssignedTopicJson> topics(List<AssignedTopic> topics) {
        return each(topics, it -> new AssignedTopicJson(it.topic(), it.byEditor() ? "editor" : "institution"));
    }

    private static PointJson point(GeoPoint it, @Nullable String precision) {
        return new PointJson(BigDecimal.valueOf(it.latitude()), BigDecimal.valueOf(it.longitude()), precision);
    }

    private static TextJson text(LocalizedText it) {
        return new TextJson(it.german().orElse(null), it.english().orElse(null));
    }

    private static @Nullable TextJson text(Optional<LocalizedText> text) {
        return text.map(Publication::text).orElse(null);
    }

    private static <T, J> @Nullable List<J> each(List<T> values, Function<T, J> make) {
        return values.isEmpty() ? null : values.stream().map(make).toList();
    }

    private static <T> @Nullable List<T> unlessEmpty(List<T> values) {
        return values.isEmpty() ? null : values;
    }

    private static @Nullable Boolean ifTrue(boolean value) {
        return value ? Boolean.TRUE : null;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
