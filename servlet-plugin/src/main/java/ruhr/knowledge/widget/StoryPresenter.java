package ruhr.knowledge.widget;

import ruhr.knowledge.model.AssignedTopic;
import ruhr.knowledge.model.Story;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.Shell;
import ruhr.knowledge.widget.view.StoryView;
import ruhr.knowledge.widget.view.Words;

/** Presents one story. */
final class StoryPresenter {

    private final Presenter presenter;

    StoryPresenter(Presenter presenter) {
        this.presenter = presenter;
    }

    StoryView story(Shell shell, Story story) {
        presenter.showed(story);
        return new StoryView(
                shell,
                presenter.words(story.title()),
                presenter.words(story.teaser()),
                story.paragraphs().stream().map(presenter::words).toList(),
                story.image().map(presenter::picture).orElse(null),
                story.topics().stream()
                        .map(AssignedTopic::topic)
                        .map(presenter::chip)
                        .toList(),
                story.link().map(link -> link.url().toString()).orElse(null),
                story.link()
                        .map(link -> link.label()
                                .map(presenter::words)
                                .orElse(new Words(presenter.say(Message.READ_MORE), null)))
                        .orElse(null),
                story.example() ? presenter.say(Message.EXAMPLE) : null,
                presenter.sources());
    }
}
