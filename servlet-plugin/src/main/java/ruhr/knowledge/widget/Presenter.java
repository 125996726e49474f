package ruhr.knowledge.widget;

import java.math.BigDecimal;
import java.net.URI;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.model.AssignedTopic;
import ruhr.knowledge.model.Citation;
import ruhr.knowledge.model.ContactPerson;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.EntryKind;
import ruhr.knowledge.model.Image;
import ruhr.knowledge.model.InstitutionId;
import ruhr.knowledge.model.KeyFigure;
import ruhr.knowledge.model.Service;
import ruhr.knowledge.model.Story;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.value.LocalizedText;
import ruhr.knowledge.widget.view.Chip;
import ruhr.knowledge.widget.view.Figure;
import ruhr.knowledge.widget.view.LinkText;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.Person;
import ruhr.knowledge.widget.view.Picture;
import ruhr.knowledge.widget.view.ServiceItem;
import ruhr.knowledge.widget.view.SourceItem;
import ruhr.knowledge.widget.view.TeaserItem;
import ruhr.knowledge.widget.view.Wordbook;
import ruhr.knowledge.widget.view.Words;

/** Puts what is known into the words of one language, for one rendering; remembers what it showed and which sources it used. */
final class Presenter {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,6})?");

    private final Snapshot snapshot;
    private final Wordbook wordbook;
    private final String basePath;
    private final Selection selection;
    private final FilterSchema.Field<Entry> topics;
    private final PanelLinks links;
    private final Set<String> chosenTopics;
    private final Addresses onlyTopic;
    private final Set<String> sources = new LinkedHashSet<>();
    private final Set<String> shown = new TreeSet<>();

    /** The same topics stand on many cards, and their links take most of the time. */
    private final Map<String, Chip> chips = new HashMap<>();

    private boolean personal;

    /**
     * Returns a presenter.
     *
     * @param list the name of the widget to which the chips of topics lead
     */
    Presenter(Snapshot snapshot, Wordbook wordbook, String basePath, Selection selection, String list) {
        this.snapshot = snapshot;
        this.wordbook = wordbook;
        this.basePath = basePath;
        this.selection = selection;
        this.topics = snapshot.schema().field("topic").orElseThrow();
        this.links = selection.links(list);
        this.chosenTopics = links.chosen(topics);
        this.onlyTopic = links.only(topics);
    }

    Wordbook wordbook() {
        return wordbook;
    }

    Words words(LocalizedText text) {
        return ActiveFilters.words(text.in(wordbook.language()), wordbook);
    }

    @Nullable
    Words words(Optional<LocalizedText> text) {
        return text.map(this::words).orElse(null);
    }

    /** Returns words of the page's own language. */
    Words own(String text) {
        return new Words(text, null);
    }

    String say(Message message) {
        return wordbook.say(message);
    }

    String number(long number) {
        return wordbook.number(number);
    }

    /** Returns how many institutions there are: "1 Einrichtung", "21 institutions". */
    String institutions(int count) {
        return wordbook.count(count, Message.INSTITUTIONS_ONE, Message.INSTITUTIONS_OTHER);
    }

    Words term(Vocabulary vocabulary, String id) {
        return vocabulary.term(id).map(Term::label).map(this::words).orElse(new Words(id, null));
    }

    Words town(String id) {
        return term(snapshot.frame().municipalities(), id);
    }

    Words type(String id) {
        return term(snapshot.frame().types(), id);
    }

    /** The chip of a topic in a list: sets this topic alone, or removes it where it is set. */
    Chip chip(String topic) {
        return chips.computeIfAbsent(topic, this::newChip);
    }

    private Chip newChip(String topic) {
        boolean selected = chosenTopics.contains(topic);
        return new Chip(
                say(selected ? Message.REMOVE_FILTER : Message.SET_FILTER),
                term(snapshot.frame().topics(), topic),
                selected ? links.removing(topics, topic) : onlyTopic.of(topic),
                selected);
    }

    List<Chip> chips(Entry entry, int most) {
        List<Chip> found = new ArrayList<>();
        for (AssignedTopic topic :
                entry.topics().subList(0, Math.min(most, entry.topics().size()))) {
            found.add(chip(topic.topic()));
        }
        return found;
    }

    @Nullable
    String example(boolean example) {
        return example ? say(Message.EXAMPLE) : null;
    }

    /** Returns the address of the page of our own that shows an entry in full. */
    String address(Entry entry) {
        return basePath + "/embed/" + WidgetRenderer.listOf(entry.kind()) + "/"
                + entry.id().value() + "?lang=" + wordbook.lang();
    }

    /** Returns the name of an institution with a link to it; its id where it is not known. */
    LinkText institution(InstitutionId id) {
        return find(id).map(entry -> new LinkText(words(entry.name()), address(entry), false))
                .orElse(new LinkText(own(id.value()), null, false));
    }

    private Optional<Entry> find(InstitutionId id) {
        return snapshot.searcher().find(id.value(), Deadline.none());
    }

    private Optional<Words> institutionName(InstitutionId id) {
        return find(id).map(entry -> words(entry.name()));
    }

    /** Tells whether a text is no more than the label of a topic, a town or a type of an entry. */
    boolean isLabelOf(Entry entry, String text) {
        for (String field : List.of("topic", "city", "type")) {
            FilterSchema.Field<Entry> it = snapshot.schema().field(field).orElseThrow();
            for (String value : it.values().apply(entry)) {
                LocalizedText label = it.label(value);
                if (label.german().equals(Optional.of(text)) || label.english().equals(Optional.of(text))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Remembers that an entry was shown, and on which sources it rests. */
    void showed(Entry entry) {
        sources.addAll(entry.sources());
        shown.add(entry.kind().id() + "-" + entry.id().value());
        personal |= entry instanceof ContactPerson contact
                && (contact.personName().isPresent()
                        || contact.email().isPresent()
                        || contact.phone().isPresent()
                        || contact.photo().isPresent());
    }

    Figure figure(KeyFigure figure) {
        sources.addAll(figure.sources());
        String value = value(figure.value());
        if (figure.qualifier() == KeyFigure.Qualifier.MORE_THAN) {
            value += "+";
        }
        if (figure.unit().isPresent()) {
            boolean tight = wordbook == Wordbook.ENGLISH && figure.unit().get().equals("%");
            value += (tight ? "" : "\u00a0") + figure.unit().get();
        }
        return new Figure(
                figure.qualifier() == KeyFigure.Qualifier.ABOUT ? say(Message.ABOUT) : null,
                value,
                words(figure.label()),
                note(figure),
                share(figure));
    }

    /** Returns how much of a hundred a percentage is, in thousandths; -1 for what is no share. */
    private static int share(KeyFigure figure) {
        Optional<BigDecimal> number = number(figure);
        boolean isShare = figure.unit().equals(Optional.of("%"))
                && number.filter(it -> it.compareTo(BigDecimal.valueOf(100)) <= 0)
                        .isPresent();
        return isShare ? number.get().movePointRight(1).intValue() : -1;
    }

    /** Returns the value of a figure, if it is a number. */
    static Optional<BigDecimal> number(KeyFigure figure) {
        return NUMBER.matcher(figure.value()).matches()
                ? Optional.of(new BigDecimal(figure.value()))
                : Optional.empty();
    }

    /** Writes a number as the language does, with as many decimals as its source; a word stays as it is. */
    private String value(String published) {
        if (!NUMBER.matcher(published).matches()) {
            return published;
        }
        BigDecimal number = new BigDecimal(published);
        NumberFormat format = NumberFormat.getInstance(wordbook.language());
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
                        + " " + wordbook.date(published.read()))
                .orElse("");
    }

    ServiceItem service(Service service) {
        showed(service);
        return new ServiceItem(
                words(service.name()),
                address(service),
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
        showed(contact);
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

    static String dialled(String phone) {
        StringBuilder dialled = new StringBuilder("tel:");
        // Who dials a country code leaves out the zero in brackets.
        String number = phone.startsWith("+") ? phone.replace("(0)", "") : phone;
        number.chars().filter(c -> c == '+' || c >= '0' && c <= '9').forEach(c -> dialled.append((char) c));
        return dialled.toString();
    }

    static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        boolean isBetweenWords = true;
        for (int at = 0; at < name.length() && initials.length() < 2; at += Character.charCount(name.codePointAt(at))) {
            int letter = name.codePointAt(at);
            if (isBetweenWords && Character.isLetter(letter)) {
                initials.appendCodePoint(Character.toUpperCase(letter));
            }
            isBetweenWords = letter == '-' || Character.isWhitespace(letter);
        }
        return initials.toString();
    }

    TeaserItem teaser(Story story, boolean readMore, boolean chip) {
        showed(story);
        return new TeaserItem(
                words(story.title()),
                words(story.teaser()),
                address(story),
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

    /** Returns what a kind is called. */
    Words kind(EntryKind kind) {
        return words(kind.one());
    }

    /** Tells whether something of a person was presented so far. */
    boolean isPersonal() {
        return personal;
    }

    /** Returns the entries presented so far, as {@code institution-rub}. */
    Set<String> shown() {
        return Set.copyOf(shown);
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
