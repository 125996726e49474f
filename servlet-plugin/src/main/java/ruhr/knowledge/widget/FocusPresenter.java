package ruhr.knowledge.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.model.Block;
import ruhr.knowledge.model.ContactPerson;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.EntryId;
import ruhr.knowledge.model.EntryKind;
import ruhr.knowledge.model.Focus;
import ruhr.knowledge.model.KeyFigure;
import ruhr.knowledge.model.Service;
import ruhr.knowledge.model.Story;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.Page;
import ruhr.knowledge.query.Query;
import ruhr.knowledge.query.QueryString;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.widget.view.BlockView;
import ruhr.knowledge.widget.view.Card;
import ruhr.knowledge.widget.view.Figure;
import ruhr.knowledge.widget.view.FocusView;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.ServiceItem;
import ruhr.knowledge.widget.view.Shell;
import ruhr.knowledge.widget.view.TeaserItem;
import ruhr.knowledge.widget.view.Words;

/** Presents a focus page, block by block. */
final class FocusPresenter {

    private final Snapshot snapshot;
    private final Selection selection;
    private final Presenter presenter;
    private final Cards cards;

    FocusPresenter(Snapshot snapshot, Selection selection, Presenter presenter, Look look) {
        this.snapshot = snapshot;
        this.selection = selection;
        this.presenter = presenter;
        this.cards = new Cards(presenter, look, false, false);
    }

    FocusView focus(Shell shell, Focus focus) {
        List<BlockView> blocks = new ArrayList<>();
        for (Block block : focus.blocks()) {
            boolean first = blocks.isEmpty();
            (block instanceof Block.Hero hero ? Optional.of(hero(focus, hero, first)) : block(block))
                    .ifPresent(blocks::add);
        }
        return new FocusView(shell, presenter.words(focus.title()), blocks, presenter.sources());
    }

    /** The hero has the heading of the page, so only a page's first block can be one. */
    private BlockView hero(Focus focus, Block.Hero block, boolean first) {
        Words title = presenter.words(block.title());
        Words intro = presenter.words(block.intro());
        return first
                ? new BlockView.Hero(
                        title, intro, block.image().map(presenter::picture).orElse(null), presenter.chip(focus.topic()))
                : new BlockView.Text(title, List.of(intro));
    }

    private Optional<BlockView> block(Block block) {
        if (block instanceof Block.Text it) {
            List<Words> paragraphs =
                    it.paragraphs().stream().map(presenter::words).toList();
            return Optional.of(new BlockView.Text(presenter.words(it.title()), paragraphs));
        }
        if (block instanceof Block.Figures it) {
            return Optional.of(new BlockView.Figures(presenter.words(it.title()), figures(it.figures())));
        }
        if (block instanceof Block.Institutions it) {
            return institutions(it);
        }
        if (block instanceof Block.Picture it) {
            return Optional.ofNullable(presenter.picture(it.image())).map(BlockView.Wide::new);
        }
        if (block instanceof Block.Services it) {
            return Optional.of(services(it));
        }
        if (block instanceof Block.Contact it) {
            return find(it.contact(), ContactPerson.class)
                    .map(contact -> new BlockView.Contact(presenter.words(it.title()), presenter.person(contact)));
        }
        return block instanceof Block.Teasers it ? Optional.of(teasers(it)) : Optional.empty();
    }

    private List<Figure> figures(List<String> ids) {
        List<Figure> figures = new ArrayList<>();
        for (String id : ids) {
            KeyFigure figure = snapshot.frame().figures().get(id);
            if (figure != null) {
                figures.add(presenter.figure(figure));
            }
        }
        return figures;
    }

    private Optional<BlockView> institutions(Block.Institutions block) {
        Filter filter = QueryString.read(Parameters.parse(block.query()), snapshot.schema(), java.util.Set.of())
                .query()
                .filter();
        Query query = Query.where(filter)
                .within(Filter.choice("kind", EntryKind.INSTITUTION.id()))
                .page(new Page(1, block.limit()));
        Answer<Entry> answer = snapshot.searcher().ask(query, Deadline.none());
        List<Card> shown = answer.entries().stream().map(cards::card).toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BlockView.Institutions(
                presenter.words(block.title()),
                presenter.words(block.text()),
                shown,
                all(answer.total()),
                selection.showing("institutions", filter)));
    }

    private String all(int total) {
        return presenter
                .wordbook()
                .say(total == 1 ? Message.SHOW_ONE : Message.SHOW_ALL, presenter.institutions(total));
    }

    private BlockView.Services services(Block.Services block) {
        List<ServiceItem> services = new ArrayList<>();
        block.services()
                .forEach(id -> find(id, Service.class).map(presenter::service).ifPresent(services::add));
        return new BlockView.Services(
                presenter.words(block.title()),
                presenter.words(block.text()),
                services,
                presenter.words(block.closing()));
    }

    private BlockView.Teasers teasers(Block.Teasers block) {
        List<TeaserItem> teasers = new ArrayList<>();
        for (Block.Teaser teaser : block.teasers()) {
            find(teaser.story(), Story.class)
                    .ifPresent(story -> teasers.add(presenter.teaser(story, teaser.readMore(), teaser.chip())));
        }
        return new BlockView.Teasers(presenter.words(block.title()), teasers);
    }

    private <E extends Entry> Optional<E> find(EntryId id, Class<E> kind) {
        return snapshot.searcher()
                .find(Objects.requireNonNull(id.value()), Deadline.none())
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
