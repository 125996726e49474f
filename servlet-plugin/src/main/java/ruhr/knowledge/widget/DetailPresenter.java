package ruhr.knowledge.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.model.Address;
import ruhr.knowledge.model.ContactPerson;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.EntryId;
import ruhr.knowledge.model.EntryKind;
import ruhr.knowledge.model.Institution;
import ruhr.knowledge.model.Service;
import ruhr.knowledge.model.Site;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.Page;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.widget.view.Card;
import ruhr.knowledge.widget.view.DetailView;
import ruhr.knowledge.widget.view.Line;
import ruhr.knowledge.widget.view.LinkText;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.Shell;
import ruhr.knowledge.widget.view.Words;

/** Presents one institution, service or contact person in full, with what belongs to it. For one rendering. */
final class DetailPresenter {

    private static final int MOST_CHIPS = 40;
    private static final int MOST_SITES = 50;
    private static final int MOST_OF_A_SECTION = 6;

    private final Snapshot snapshot;
    private final Selection selection;
    private final Presenter presenter;
    private final Cards cards;
    private final String basePath;

    DetailPresenter(Snapshot snapshot, Selection selection, Presenter presenter, Look look, String basePath) {
        this.snapshot = snapshot;
        this.selection = selection;
        this.presenter = presenter;
        this.cards = new Cards(presenter, look, false, true);
        this.basePath = basePath;
    }

    DetailView detail(Shell shell, Entry entry) {
        presenter.showed(entry);
        String list = WidgetRenderer.listOf(entry.kind());
        Words kicker = entry instanceof Institution institution
                ? presenter.type(institution.type())
                : presenter.kind(entry.kind());
        List<DetailView.Section> sections = new ArrayList<>();
        List<Line> facts = new ArrayList<>();
        if (entry instanceof Institution institution) {
            facts(institution, facts);
            sections(shell, institution, sections);
        } else if (entry instanceof Service service) {
            facts(service, facts);
            contacts(shell, service, sections);
        } else if (entry instanceof ContactPerson contact) {
            facts(contact, facts);
        }
        return new DetailView(
                shell,
                entry.kind().id(),
                new LinkText(
                        presenter.own(presenter.say(Message.ALL_OF_THEM)),
                        selection.links(list).cleared(),
                        false),
                cards.name(entry),
                kicker,
                presenter.example(entry.example()),
                cards.status(entry),
                Cards.image(entry).map(presenter::picture).orElse(null),
                cards.sign(entry),
                paragraphs(entry),
                facts,
                entry instanceof Institution institution ? places(institution) : List.of(),
                presenter.chips(entry, MOST_CHIPS),
                sections,
                presenter.sources());
    }

    private List<Words> paragraphs(Entry entry) {
        if (entry instanceof Institution institution) {
            return institution.summary().map(presenter::words).stream().toList();
        } else if (entry instanceof Service service) {
            return List.of(presenter.words(service.summary()));
        }
        return entry instanceof ContactPerson contact && contact.personName().isPresent()
                ? List.of(presenter.words(contact.role()))
                : List.of();
    }

    private void facts(Institution institution, List<Line> facts) {
        institution
                .shortName()
                .filter(name -> !name.equals(presenter.words(institution.name()).text()))
                .ifPresent(name -> fact(facts, "short", Message.SHORT_NAME, List.of(cards.text(name))));
        institution
                .established()
                .ifPresent(year ->
                        fact(facts, "established", Message.ESTABLISHED, List.of(cards.text(String.valueOf(year)))));
        fact(
                facts,
                "parents",
                Message.PART_OF,
                institution.parents().stream().map(presenter::institution).toList());
        fact(facts, "website", Message.WEBSITE, cards.website(institution));
        fact(
                facts,
                "ror",
                Message.ROR_ID,
                institution.ror().stream()
                        .map(link -> new LinkText(presenter.own(link.getPath().substring(1)), link.toString(), true))
                        .toList());
    }

    private void facts(Service service, List<Line> facts) {
        fact(facts, "provider", Message.OFFERED_BY, List.of(presenter.institution(service.provider())));
        fact(
                facts,
                "areas",
                Message.OFFERED_IN,
                service.areas().stream()
                        .map(area -> new LinkText(presenter.town(area), null, false))
                        .toList());
        fact(
                facts,
                "link",
                Message.WEBSITE,
                service.link().map(cards::link).stream().toList());
    }

    private void facts(ContactPerson contact, List<Line> facts) {
        fact(facts, "provider", Message.WORKS_AT, List.of(presenter.institution(contact.institution())));
        cards.addReach(facts, contact);
        String file = basePath + "/api/v1/contacts/" + contact.id().value() + ".vcf?lang="
                + presenter.wordbook().lang();
        fact(
                facts,
                "vcard",
                Message.VCARD_LABEL,
                List.of(new LinkText(presenter.own(presenter.say(Message.VCARD)), file, false)));
    }

    private void fact(List<Line> facts, String key, Message label, List<LinkText> values) {
        Cards.add(facts, key, presenter.say(label), false, values);
    }

    private List<DetailView.Place> places(Institution institution) {
        return institution.sites().stream().limit(MOST_SITES).map(this::place).toList();
    }

    private DetailView.Place place(Site site) {
        Words town = presenter.town(site.municipality());
        return new DetailView.Place(
                town,
                presenter.words(site.label()),
                site.address().map(Address::street).orElse(null),
                site.address()
                        .map(address -> address.postalCode() + " " + town.text())
                        .orElse(null));
    }

    private void sections(Shell shell, Institution institution, List<DetailView.Section> sections) {
        section(shell, institution, EntryKind.SERVICE, Message.SERVICES).ifPresent(sections::add);
        section(shell, institution, EntryKind.CONTACT, Message.CONTACTS).ifPresent(sections::add);
        section(shell, institution, EntryKind.STORY, Message.STORIES).ifPresent(sections::add);
        section(shell, institution, EntryKind.INSTITUTION, Message.PART_OF_IT).ifPresent(sections::add);
    }

    /** Asks for what belongs to an institution; one to which nothing belongs is no value of the field. */
    private Optional<DetailView.Section> section(Shell shell, Institution institution, EntryKind kind, Message title) {
        Filter belonging = Filter.choice("institution", institution.id().value());
        Query query = Query.where(Filter.and(belonging, Filter.choice("kind", kind.id())))
                .page(new Page(1, MOST_OF_A_SECTION));
        Answer<Entry> answer = snapshot.searcher().ask(query, Deadline.none());
        if (answer.total() == 0) {
            return Optional.empty();
        }
        List<Card> shown = answer.entries().stream().map(cards::card).toList();
        LinkText all = answer.total() <= MOST_OF_A_SECTION
                ? null
                : new LinkText(
                        presenter.own(presenter.wordbook().say(Message.SHOW_ALL, presenter.number(answer.total()))),
                        selection.links(WidgetRenderer.listOf(kind)).anew(belonging),
                        false);
        return Optional.of(section(shell, kind.id(), title, shown, all));
    }

    private void contacts(Shell shell, Service service, List<DetailView.Section> sections) {
        List<Card> contacts = service.contacts().stream()
                .flatMap(id -> find(id).stream())
                .map(cards::card)
                .toList();
        if (!contacts.isEmpty()) {
            sections.add(section(shell, "contact", Message.CONTACTS, contacts, null));
        }
    }

    private Optional<Entry> find(EntryId id) {
        return snapshot.searcher().find(Objects.requireNonNull(id.value()), Deadline.none());
    }

    private DetailView.Section section(
            Shell shell, String kind, Message title, List<Card> shown, @Nullable LinkText all) {
        return new DetailView.Section(shell.id() + "_" + kind, presenter.own(presenter.say(title)), shown, all);
    }
}
