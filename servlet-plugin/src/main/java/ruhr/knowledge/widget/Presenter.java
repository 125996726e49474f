package ruhr.knowledge.widget;

import java.math.BigDecimal;
import java.net.URI;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.model.AssignedTopic;
import ruhr.knowledge.model.Citation;
import ruhr.knowledge.model.ContactPerson;
import ruhr.knowledge.model.Image;
import ruhr.knowledge.model.Institution;
import ruhr.knowledge.model.InstitutionId;
import ruhr.knowledge.model.KeyFigure;
import ruhr.knowledge.model.Service;
import ruhr.knowledge.model.Status;
import ruhr.knowledge.model.Story;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.value.Wording;
import ruhr.knowledge.widget.view.Card;
import ruhr.knowledge.widget.view.Chip;
import ruhr.knowledge.widget.view.Figure;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.Person;
import ruhr.knowledge.widget.view.Picture;
import ruhr.knowledge.widget.view.ServiceItem;
import ruhr.knowledge.widget.view.SourceItem;
import ruhr.knowledge.widget.view.TeaserItem;
import ruhr.knowledge.widget.view.Words;

/** Puts what is known into the words of one language, for one rendering; remembers which sources it used. */
final class Presenter {

    private static final int MOST_CHIPS = 3;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,6})?");

    private final Snapshot snapshot;
    private final Locale language;
    private final String basePath;
    private final Selection selection;
    private final Set<String> sources = new LinkedHashSet<>();
    private boolean personal;

    Presenter(Snapshot snapshot, Locale language, String basePath, Selection selection) {
        this.snapshot = snapshot;
        this.language = language;
        this.basePath = basePath;
        this.selection = selection;
    }

    Words words(LocalizedText text) {
        Wording wording = text.in(language);
        return new Words(
                wording.text(),
                wording.isForeignTo(language) ? wording.language().getLanguage() : null);
    }

    @Nullable
    Words words(Optional<LocalizedText> text) {
        return text.map(this::words).orElse(null);
    }

    String say(Message message) {
        return message.in(language);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(language).format(number);
    }

    /** Returns how many institutions there are: "1 Einrichtung", "21 institutions". */
    String institutions(int count) {
        boolean german = language.equals(Locale.GERMAN);
        String noun = count == 1 ? german ? "Einrichtung" : "institution" : german ? "Einrichtungen" : "institutions";
        return number(count) + " " + noun;
    }

    Words term(Vocabulary vocabulary, String id) {
        return vocabulary.term(id).map(Term::label).map(this::words).orElse(new Words(id, null));
    }

    /** The chip of a topic in a list: sets this topic alone, or removes it where it is set. */
    Chip chip(String topic) {
        boolean selected = selection.chosen("topic").contains(topic);
        return new Chip(
                say(selected ? Message.REMOVE_FILTER : Message.SET_FILTER),
                term(snapshot.frame().topics(), topic),
                selected
                        ? selection.removing("institutions", "topic", topic)
                        : selection.only("institutions", "topic", topic),
                selected);
    }

    Card card(Institution institution) {
        sources.addAll(institution.sources());
        List<Words> places = institution.municipalities().stream()
                .map(id -> term(snapshot.frame().municipalities(), id))
                .toList();
        List<Chip> chips = institution.topics().stream()
                .limit(MOST_CHIPS)
                .map(AssignedTopic::topic)
                .map(this::chip)
                .toList();
        return new Card(
                words(institution.name()),
                institution.website().map(URI::toString).orElse(null),
                term(snapshot.frame().types(), institution.type()),
                places,
                words(institution.summary()),
                status(institution.status()),
                institution.successor().flatMap(this::institutionName).orElse(null),
                example(institution.example()),
                chips);
    }

    private @Nullable String status(Status status) {
        return switch (status) {
            case ACTIVE -> null;
            case MERGED -> say(Message.MERGED);
            case CLOSED -> say(Message.CLOSED);
        };
    }

    private @Nullable String example(boolean example) {
        return example ? say(Message.EXAMPLE) : null;
    }

    private Optional<Words> institutionName(InstitutionId id) {
        return snapshot.searcher().find(id.value(), Deadline.none()).map(entry -> words(entry.name()));
    }

    Figure figure(KeyFigure figure) {
        sources.addAll(figure.sources());
        String value = value(figure.value());
        if (figure.qualifier() == KeyFigure.Qualifier.MORE_THAN) {
            value += "+";
        }
        if (figure.unit().isPresent()) {
            boolean tight =
                    language.equals(Locale.ENGLISH) && figure.unit().get().equals("%");
            value += (tight ? "" : "\u00a0") + figure.unit().get();
        }
        return new Figure(
                figure.qualifier() == KeyFigure.Qualifier.ABOUT ? say(Message.ABOUT) : null,
                value,
                words(figure.label()),
                note(figure));
    }

    /** Writes a number as the language does, with as many decimals as its source; a word stays as it is. */
    private String value(String published) {
        if (!NUMBER.matcher(published).matches()) {
            return published;
        }
        BigDecimal number = new BigDecimal(published);
        NumberFormat format = NumberFormat.getInstance(language);
        format.setMinimumFractionDigits(number.scale());
        format.setMaximumFractionDigits(number.scale());
        return format.format(number);
    }

    private String note(KeyFigure figure) {
        if (figure.year().isPresent()) {
            return String.valueOf(figure.year().get());
        }
        return figure.published()
                .map(published -> say(Message.AS_PUBLISHED_BY) + " " + published.by() + ", " + say(Message.READ_ON)
                        + " " + date(published.read()))
                .orElse("");
    }

    private String date(LocalDate date) {
        String pattern = language.equals(Locale.GERMAN) ? "d. MMMM yyyy" : "d MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, language).format(date);
    }

    ServiceItem service(Service service) {
        sources.addAll(service.sources());
        return new ServiceItem(
                words(service.name()),
                words(service.summary()),
                institutionName(service.provider())
                        .orElse(new Words(service.provider().value(), null)),
                service.link().map(link -> link.url().toString()).orElse(null),
                service.link()
                        .map(link -> link.label().map(this::words).orElse(new Words(say(Message.READ_MORE), null)))
                        .orElse(null),
                example(service.example()));
    }

    Person person(ContactPerson contact) {
        sources.addAll(contact.sources());
        personal |= contact.personName().isPresent()
                || contact.email().isPresent()
                || contact.phone().isPresent()
                || contact.photo().isPresent();
        Words role = words(contact.role());
        return new Person(
                contact.personName().orElse(null),
                role,
                institutionName(contact.institution()).orElse(new Words("", null)),
                contact.email().orElse(null),
                contact.phone().orElse(null),
                contact.phone().map(Presenter::dialled).orElse(null),
                contact.photo().map(this::picture).orElse(null),
                initials(contact.personName().orElse(role.text())),
                example(contact.example()));
    }

    private static String dialled(String phone) {
        StringBuilder dialled = new StringBuilder("tel:");
        // Who dials a country code leaves out the zero in brackets.
        String number = phone.startsWith("+") ? phone.replace("(0)", "") : phone;
        number.chars().filter(c -> c == '+' || c >= '0' && c <= '9').forEach(c -> dialled.append((char) c));
        return dialled.toString();
    }

    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.split("[\\s-]+")) {
            if (!word.isEmpty() && Character.isLetter(word.codePointAt(0)) && initials.length() < 2) {
                initials.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return initials.toString();
    }

    TeaserItem teaser(Story story, boolean readMore, boolean chip) {
        sources.addAll(story.sources());
        return new TeaserItem(
                words(story.title()),
                words(story.teaser()),
                storyAddress(story),
                readMore,
                chip
                        ? story.topics().stream()
                                .findFirst()
                                .map(AssignedTopic::topic)
                                .map(this::chip)
                                .orElse(null)
                        : null,
                story.image().map(this::picture).orElse(null),
                example(story.example()));
    }

    private String storyAddress(Story story) {
        return basePath + "/embed/stories/" + story.id().value() + "?lang=" + language.getLanguage();
    }

    @Nullable
    Picture picture(Image image) {
        return Assets.image(basePath, snapshot, image.src())
                .map(src -> new Picture(
                        src,
                        words(image.alt()),
                        image.width(),
                        image.height(),
                        image.credit()
                                .map(credit -> say(Message.PHOTO_CREDIT) + " " + credit)
                                .orElse(null)))
                .orElse(null);
    }

    /** Tells whether something of a person was presented so far. */
    boolean isPersonal() {
        return personal;
    }

    void cite(List<String> ids) {
        sources.addAll(ids);
    }

    /** Returns the sources of everything presented so far. */
    List<SourceItem> sources() {
        List<SourceItem> items = new ArrayList<>();
        for (String id : sources) {
            Citation citation = snapshot.frame().citations().get(id);
            if (citation != null) {
                items.add(new SourceItem(
                        words(citation.title()),
                        citation.url().map(URI::toString).orElse(null)));
            }
        }
        return items;
    }
}
