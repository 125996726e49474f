package ruhr.knowledge.widget;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.model.ContactPerson;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.EntryKind;
import ruhr.knowledge.model.Image;
import ruhr.knowledge.model.Institution;
import ruhr.knowledge.model.Link;
import ruhr.knowledge.model.Service;
import ruhr.knowledge.model.Status;
import ruhr.knowledge.model.Story;
import ruhr.knowledge.query.Match;
import ruhr.knowledge.widget.view.Card;
import ruhr.knowledge.widget.view.Line;
import ruhr.knowledge.widget.view.LinkText;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.Piece;
import ruhr.knowledge.widget.view.Results;
import ruhr.knowledge.widget.view.Sign;
import ruhr.knowledge.widget.view.Words;

/** Makes cards of entries: the parts that the author of the page wants to see. For one rendering. */
final class Cards {

    private static final int MOST_CHIPS = 3;
    private static final int MOST_PLACES = 6;
    private static final int GROUNDS = 4;
    private static final int TONES = 3;

    private final Presenter presenter;
    private final Look look;
    private final boolean mixed;
    private final boolean owned;

    /**
     * Returns cards.
     *
     * @param mixed whether entries of several kinds stand beside each other, so that each says what it is
     * @param owned whether it is clear to which institution they belong
     */
    Cards(Presenter presenter, Look look, boolean mixed, boolean owned) {
        this.presenter = presenter;
        this.look = look;
        this.mixed = mixed;
        this.owned = owned;
    }

    Card card(Entry entry) {
        return card(entry, Match.PLAIN);
    }

    Card card(Entry entry, Match match) {
        presenter.showed(entry);
        List<Piece> excerpt = look.shows("summary") ? excerpt(entry, match) : List.of();
        boolean pictured = look.shows("picture");
        Optional<Image> image = image(entry);
        return new Card(
                entry.kind().id(),
                name(entry),
                presenter.address(entry),
                mixed ? presenter.kind(entry.kind()) : kicker(entry),
                presenter.example(entry.example()),
                pictured ? image.map(presenter::picture).orElse(null) : null,
                pictured ? sign(entry) : null,
                lines(entry, match),
                look.shows("summary") ? summary(entry) : null,
                excerpt,
                look.shows("topics") ? presenter.chips(entry, MOST_CHIPS) : List.of());
    }

    Words name(Entry entry) {
        return entry instanceof ContactPerson contact && contact.personName().isPresent()
                ? presenter.own(contact.personName().get())
                : presenter.words(entry.name());
    }

    private @Nullable Words kicker(Entry entry) {
        if (entry instanceof Institution institution) {
            return look.shows("type") ? presenter.type(institution.type()) : null;
        }
        if (entry instanceof ContactPerson contact) {
            return contact.personName().isPresent() ? presenter.words(contact.role()) : null;
        }
        return entry instanceof Story story && story.published().isPresent() && look.shows("date")
                ? presenter.own(presenter.wordbook().date(story.published().get()))
                : null;
    }

    static Optional<Image> image(Entry entry) {
        if (entry instanceof Institution institution) {
            return institution.logo();
        } else if (entry instanceof ContactPerson contact) {
            return contact.photo();
        }
        return entry instanceof Story story ? story.image() : Optional.empty();
    }

    /** Returns what stands in place of a picture: letters for institutions and persons, a ground alone for stories. */
    @Nullable
    Sign sign(Entry entry) {
        String id = entry.id().value();
        if (entry instanceof Institution institution) {
            return sign(letters(institution.shortName().orElse(name(entry).text())), id);
        } else if (entry instanceof ContactPerson) {
            return sign(letters(name(entry).text()), id);
        }
        return entry instanceof Story ? sign("", id) : null;
    }

    private static Sign sign(String letters, String id) {
        int hash = id.hashCode();
        return new Sign(letters, 1 + Math.floorMod(hash, GROUNDS), 1 + Math.floorMod(hash / GROUNDS, TONES));
    }

    /** A short name of up to three capitals stands as it is; of any other name, its initials. */
    private static String letters(String name) {
        boolean isShort = name.length() <= 3
                && name.codePoints().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c))
                && !name.isEmpty();
        String letters = isShort ? name : Presenter.initials(name);
        return letters.isEmpty() ? "·" : letters;
    }

    private @Nullable Words summary(Entry entry) {
        if (entry instanceof Institution institution) {
            return presenter.words(institution.summary());
        } else if (entry instanceof Service service) {
            return presenter.words(service.summary());
        } else if (entry instanceof ContactPerson contact) {
            return mixed && contact.personName().isPresent() ? presenter.words(contact.role()) : null;
        }
        return entry instanceof Story story ? presenter.words(story.teaser()) : null;
    }

    /**
     * Returns the place in a text where the words were found, cut where marks begin and end. A label that stands on the card
     * anyway is no such place.
     */
    private List<Piece> excerpt(Entry entry, Match match) {
        Match.Excerpt excerpt = match.excerpt().orElse(null);
        if (excerpt == null || excerpt.marks().isEmpty() || presenter.isLabelOf(entry, excerpt.text())) {
            return List.of();
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (Match.Mark mark : excerpt.marks()) {
            if (mark.start() > from) {
                pieces.add(new Piece(excerpt.text().substring(from, mark.start()), false));
            }
            pieces.add(new Piece(excerpt.text().substring(mark.start(), mark.end()), true));
            from = mark.end();
        }
        if (from < excerpt.text().length()) {
            pieces.add(new Piece(excerpt.text().substring(from), false));
        }
        return pieces;
    }

    private List<Line> lines(Entry entry, Match match) {
        List<Line> lines = new ArrayList<>();
        if (mixed && entry instanceof Institution institution && look.shows("type")) {
            add(
                    lines,
                    "type",
                    Message.TYPE,
                    true,
                    List.of(new LinkText(presenter.type(institution.type()), null, false)));
        }
        if (look.shows("status")) {
            Line status = status(entry);
            if (status != null) {
                lines.add(status);
            }
        }
        if (look.shows("provider") && !owned) {
            boolean isPerson = entry instanceof ContactPerson;
            add(lines, "provider", isPerson ? Message.WORKS_AT : Message.OFFERED_BY, isPerson, provider(entry));
        }
        if (look.shows("place")) {
            add(lines, "place", Message.PLACES, true, places(entry));
        }
        if (look.shows("distance") && match.metres().isPresent()) {
            String away = presenter
                    .wordbook()
                    .say(
                            Message.AWAY,
                            presenter.wordbook().kilometres(match.metres().getAsInt()));
            add(lines, "distance", Message.DISTANCE, true, List.of(text(away)));
        }
        if (entry instanceof ContactPerson contact && look.shows("contact")) {
            addReach(lines, contact);
        }
        if (look.parts().contains("established") && entry instanceof Institution institution) {
            institution
                    .established()
                    .ifPresent(year ->
                            add(lines, "established", Message.ESTABLISHED, false, List.of(text(String.valueOf(year)))));
        }
        if (look.shows("website")) {
            add(lines, "website", Message.WEBSITE, true, website(entry));
        }
        return lines;
    }

    static void add(List<Line> lines, String key, String label, boolean quiet, List<LinkText> values) {
        if (!values.isEmpty()) {
            lines.add(new Line(key, label, quiet, values));
        }
    }

    private void add(List<Line> lines, String key, Message label, boolean quiet, List<LinkText> values) {
        add(lines, key, presenter.say(label), quiet, values);
    }

    LinkText text(String text) {
        return new LinkText(presenter.own(text), null, false);
    }

    /** Returns what became of an institution that is not active. */
    @Nullable
    Line status(Entry entry) {
        if (!(entry instanceof Institution institution) || institution.status() == Status.ACTIVE) {
            return null;
        }
        boolean isMerged = institution.status() == Status.MERGED;
        List<LinkText> values = new ArrayList<>();
        values.add(text(presenter.say(isMerged ? Message.MERGED : Message.CLOSED)));
        institution.successor().map(presenter::institution).ifPresent(values::add);
        return new Line("status", presenter.say(Message.STATUS), true, values);
    }

    private List<LinkText> provider(Entry entry) {
        if (entry instanceof Service service) {
            return List.of(presenter.institution(service.provider()));
        }
        return entry instanceof ContactPerson contact
                ? List.of(presenter.institution(contact.institution()))
                : List.of();
    }

    /** Returns the towns of an institution, and the areas of a service that names some. */
    List<LinkText> places(Entry entry) {
        List<String> ids = List.of();
        if (entry instanceof Institution institution) {
            ids = institution.municipalities().stream().toList();
        } else if (entry instanceof Service service) {
            ids = service.areas();
        }
        List<LinkText> places = new ArrayList<>();
        for (String id : ids.subList(0, Math.min(ids.size(), MOST_PLACES))) {
            places.add(new LinkText(presenter.town(id), null, false));
        }
        if (ids.size() > MOST_PLACES) {
            places.add(text("+" + presenter.number(ids.size() - MOST_PLACES)));
        }
        return places;
    }

    void addReach(List<Line> lines, ContactPerson contact) {
        contact.phone()
                .ifPresent(phone -> add(
                        lines,
                        "phone",
                        Message.PHONE,
                        false,
                        List.of(new LinkText(presenter.own(phone), Presenter.dialled(phone), false))));
        contact.email()
                .ifPresent(email -> add(
                        lines,
                        "email",
                        Message.EMAIL,
                        false,
                        List.of(new LinkText(presenter.own(email), "mailto:" + email, false))));
    }

    /** Returns the entry's own page, of a service that names none nothing. */
    List<LinkText> website(Entry entry) {
        if (entry instanceof Institution institution) {
            return institution.website().map(this::host).stream().toList();
        }
        return entry instanceof Service service
                ? service.link().map(this::link).stream().toList()
                : List.of();
    }

    private LinkText host(URI website) {
        String host = website.getHost() == null ? website.toString() : website.getHost();
        String shown = host.startsWith("www.") ? host.substring(4) : host;
        return new LinkText(presenter.own(shown), website.toString(), true);
    }

    LinkText link(Link link) {
        Words words = link.label().map(presenter::words).orElse(presenter.own(presenter.say(Message.READ_MORE)));
        return new LinkText(words, link.url().toString(), true);
    }

    /** Returns the columns that a table of these entries has. */
    List<Results.Column> columns(@Nullable EntryKind kind) {
        List<Results.Column> columns = new ArrayList<>();
        boolean institutions = kind == null || kind == EntryKind.INSTITUTION;
        column(columns, "kind", kind == null, Message.KIND);
        column(columns, "type", institutions && look.shows("type"), Message.TYPE);
        column(columns, "date", kind == EntryKind.STORY && look.shows("date"), Message.PUBLISHED);
        column(columns, "role", kind == EntryKind.CONTACT, Message.ROLE);
        column(
                columns,
                "provider",
                (kind == EntryKind.SERVICE || kind == EntryKind.CONTACT) && look.shows("provider"),
                Message.OFFERED_BY);
        column(columns, "place", (institutions || kind == EntryKind.SERVICE) && look.shows("place"), Message.PLACES);
        column(columns, "established", institutions && look.parts().contains("established"), Message.ESTABLISHED);
        column(columns, "phone", kind == EntryKind.CONTACT && look.shows("contact"), Message.PHONE);
        column(columns, "email", kind == EntryKind.CONTACT && look.shows("contact"), Message.EMAIL);
        column(columns, "summary", look.parts().contains("summary"), Message.SUMMARY);
        column(columns, "topics", kind != EntryKind.CONTACT && look.shows("topics"), Message.TOPICS);
        column(columns, "website", institutions && look.shows("website"), Message.WEBSITE);
        return columns;
    }

    private void column(List<Results.Column> columns, String key, boolean wanted, Message label) {
        if (wanted) {
            columns.add(new Results.Column(key, presenter.say(label)));
        }
    }
}
