package ruhr.knowledge.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ruhr.knowledge.value.LocalizedText;

/**
 * Something that happened, told in a few sentences.
 *
 * @param id the identifier
 * @param title its headline
 * @param teaser one or two sentences that stand alone
 * @param paragraphs the text; may be empty
 * @param topics what it is about
 * @param institutions whom it is about
 * @param image a picture
 * @param link where to read more
 * @param published the day on which it was published
 * @param example whether it is invented
 * @param sources where the facts come from
 */
public record Story(
        StoryId id,
        LocalizedText title,
        LocalizedText teaser,
        List<LocalizedText> paragraphs,
        List<AssignedTopic> topics,
        List<InstitutionId> institutions,
        Optional<Image> image,
        Optional<Link> link,
        Optional<LocalDate> published,
        boolean example,
        List<String> sources)
        implements Entry {

    /** Copies the lists. */
    public Story {
        paragraphs = List.copyOf(paragraphs);
        topics = List.copyOf(topics);
        institutions = List.copyOf(institutions);
        sources = List.copyOf(sources);
    }

    @Override
    public EntryKind kind() {
        return EntryKind.STORY;
    }

    @Override
    public LocalizedText name() {
        return title;
    }
}
