package ruhr.knowledge.model;

import java.util.List;
import java.util.Optional;
import ruhr.knowledge.value.LocalizedText;

/** A part of a focus page. Closed: whoever renders a page can switch over the kinds. */
public sealed interface Block {

    /**
     * The head of a page: picture, chip of the page's topic, heading, introduction.
     *
     * @param title the heading
     * @param intro the introduction
     * @param image the picture
     */
    record Hero(LocalizedText title, LocalizedText intro, Optional<Image> image) implements Block {}

    /**
     * A section of text.
     *
     * @param title its heading
     * @param paragraphs its text
     */
    record Text(Optional<LocalizedText> title, List<LocalizedText> paragraphs) implements Block {

        /** Copies the paragraphs. */
        public Text {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /**
     * Key figures side by side.
     *
     * @param title its heading
     * @param figures ids of {@link KeyFigure}s
     */
    record Figures(Optional<LocalizedText> title, List<String> figures) implements Block {

        /** Copies the ids. */
        public Figures {
            figures = List.copyOf(figures);
        }
    }

    /**
     * Institutions that a filter finds.
     *
     * @param title its heading
     * @param text what they are
     * @param query the filter, in the grammar of URLs
     * @param limit how many are shown at most, 1 to 100
     */
    record Institutions(LocalizedText title, Optional<LocalizedText> text, String query, int limit) implements Block {

        /**
         * Checks the limit.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Institutions {
            if (limit < 1 || limit > 100) {
                throw new IllegalArgumentException("limit: expected 1 to 100, found " + limit);
            }
        }
    }

    /**
     * A picture across the page.
     *
     * @param image the picture
     */
    record Picture(Image image) implements Block {}

    /**
     * What is offered.
     *
     * @param title its heading
     * @param text an introduction
     * @param services the services
     * @param closing a paragraph after them
     */
    record Services(
            LocalizedText title,
            Optional<LocalizedText> text,
            List<ServiceId> services,
            Optional<LocalizedText> closing)
            implements Block {

        /** Copies the ids. */
        public Services {
            services = List.copyOf(services);
        }
    }

    /**
     * Whom to ask.
     *
     * @param title its heading
     * @param contact the contact person
     */
    record Contact(LocalizedText title, ContactId contact) implements Block {}

    /**
     * Stories, as cards.
     *
     * @param title its heading
     * @param teasers the cards
     */
    record Teasers(Optional<LocalizedText> title, List<Teaser> teasers) implements Block {

        /** Copies the cards. */
        public Teasers {
            teasers = List.copyOf(teasers);
        }
    }

    /**
     * One card.
     *
     * @param story the story
     * @param readMore whether it ends in "Read more"; without it the title is the only link
     * @param chip whether it shows the chip of the story's first topic
     */
    record Teaser(StoryId story, boolean readMore, boolean chip) {}
}
