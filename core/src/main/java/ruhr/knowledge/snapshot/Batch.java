package ruhr.knowledge.snapshot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.model.Citation;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.Focus;
import ruhr.knowledge.model.InstitutionType;
import ruhr.knowledge.model.KeyFigure;
import ruhr.knowledge.model.Municipality;
import ruhr.knowledge.model.Topic;
import ruhr.knowledge.source.EntrySink;
import ruhr.knowledge.source.Source;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.wire.ContactJson;
import ruhr.knowledge.wire.FigureJson;
import ruhr.knowledge.wire.FocusJson;
import ruhr.knowledge.wire.InstitutionJson;
import ruhr.knowledge.wire.MunicipalityJson;
import ruhr.knowledge.wire.PresetJson;
import ruhr.knowledge.wire.Section;
import ruhr.knowledge.wire.ServiceJson;
import ruhr.knowledge.wire.SourceJson;
import ruhr.knowledge.wire.StoryJson;
import ruhr.knowledge.wire.TopicJson;
import ruhr.knowledge.wire.TypeJson;
import ruhr.knowledge.wire.WireFormat;
import ruhr.knowledge.wire.WireRecord;

/**
 * What one source gave: its records as model objects, not yet held against each other, and their fingerprint.
 *
 * <p>Of a contact person, what may not be published is dropped here, before anything else sees it, the fingerprint
 * included.
 */
final class Batch implements EntrySink {

    /** After how many records somebody who waits is told how many there are. */
    private static final int PROGRESS = 1_000;

    private static final WireFormat WIRE = new WireFormat();

    final List<Placed<Citation>> citations = new ArrayList<>();
    final List<Placed<Topic>> topics = new ArrayList<>();
    final List<Placed<InstitutionType>> types = new ArrayList<>();
    final List<Placed<Municipality>> municipalities = new ArrayList<>();
    final List<Placed<Entry>> entries = new ArrayList<>();
    final List<Placed<KeyFigure>> figures = new ArrayList<>();
    final List<Placed<Focus>> focuses = new ArrayList<>();
    final List<Placed<PresetJson>> presets = new ArrayList<>();
    final Report report = new Report();
    final Pictures pictures;

    /** The name of the source. */
    final String source;

    private final MessageDigest digest;
    private final LocalDate today;
    private final Optional<Recording> recording;
    private final IntConsumer progress;
    private final Set<String> ids = new HashSet<>();
    private int records;
    private int repeated;
    private @Nullable LocalDate nextReview;

    Batch(Source source, LocalDate today, Optional<Recording> recording, IntConsumer progress) {
        this.source = source.name();
        this.pictures = new Pictures(source);
        this.today = today;
        this.recording = recording;
        this.progress = progress;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** Returns the fingerprint of all records and pictures so far; call it once. */
    byte[] fingerprint() {
        pictures.files().values().forEach(file -> add(file.src(), file.hash()));
        return digest.digest();
    }

    Optional<LocalDate> nextReview() {
        return Optional.ofNullable(nextReview);
    }

    int records() {
        return records;
    }

    int repeated() {
        return repeated;
    }

    @Override
    public void accept(Finding finding) {
        report.add(finding);
        recording.ifPresent(it -> it.finding(finding));
    }

    @Override
    public void accept(Section section, WireRecord given, Place place) {
        WireRecord record = given instanceof ContactJson contact ? published(contact, place) : given;
        String json = WIRE.write(record);
        add(section.key(), json);
        if (++records % PROGRESS == 0) {
            progress.accept(records);
        }
        if (!ids.add(space(section) + record.id())) {
            repeated++;
        }
        int shown = pictures.files().size();
        try {
            translate(record, place);
        } catch (IllegalArgumentException refusal) {
            report.recordLeftOut(place, refusal);
        }
        recording.ifPresent(it -> {
            pictures.files().values().stream().skip(shown).forEach(it::picture);
            it.record(section, place, json);
        });
    }

    /** Entries of all kinds share their ids; every other section has its own. */
    private static String space(Section section) {
        return switch (section) {
            case INSTITUTIONS, CONTACTS, SERVICES, STORIES -> "entry ";
            default -> section.key() + " ";
        };
    }

    private void translate(WireRecord record, Place place) {
        Translation translation = new Translation(report, pictures, place);
        if (record instanceof SourceJson json) {
            citations.add(new Placed<>(translation.citation(json), place));
        } else if (record instanceof TopicJson json) {
            topics.add(new Placed<>(translation.topic(json), place));
        } else if (record instanceof TypeJson json) {
            types.add(new Placed<>(translation.type(json), place));
        } else if (record instanceof MunicipalityJson json) {
            municipalities.add(new Placed<>(translation.municipality(json), place));
        } else if (record instanceof FigureJson json) {
            figures.add(new Placed<>(translation.figure(json), place));
        } else if (record instanceof FocusJson json) {
            focuses.add(new Placed<>(translation.focus(json), place));
        } else if (record instanceof PresetJson json) {
            presets.add(new Placed<>(json, place));
        } else {
            entries.add(new Placed<>(entry(translation, record), place));
        }
    }

    private static Entry entry(Translation translation, WireRecord record) {
        if (record instanceof InstitutionJson json) {
            return translation.institution(json);
        } else if (record instanceof ServiceJson json) {
            return translation.service(json);
        } else if (record instanceof ContactJson json) {
            return translation.contact(json);
        } else if (record instanceof StoryJson json) {
            return translation.story(json);
        }
        throw new IllegalArgumentException("record: expected a kind of entry, found " + record.getClass());
    }

    /** Keeps of a contact person what was released for publication, and nothing once the review is overdue. */
    private ContactJson published(ContactJson json, Place place) {
        List<String> publish = json.publish() == null || isOverdue(json, place) ? List.of() : json.publish();
        return new ContactJson(
                json.id(),
                json.institution(),
                json.role(),
                publish.contains("name") ? json.name() : null,
                publish.contains("email") ? json.email() : null,
                publish.contains("phone") ? json.phone() : null,
                publish.contains("photo") ? json.photo() : null,
                publish,
                json.review(),
                json.topics(),
                json.example(),
                json.sources());
    }

    private boolean isOverdue(ContactJson json, Place place) {
        if (json.review() == null) {
            return false;
        }
        try {
            LocalDate review = LocalDate.parse(json.review());
            if (review.isBefore(today)) {
                report.notice(
                        place,
                        "review",
                        "a review date that is not over",
                        review.toString(),
                        "Name, mailbox, phone and photo are withheld until somebody has asked the person again.");
                return true;
            }
            nextReview = nextReview == null || review.isBefore(nextReview) ? review : nextReview;
            return false;
        } catch (DateTimeException malformed) {
            report.notice(
                    place,
                    "review",
                    "a day such as 2027-06-30",
                    Finding.quote(json.review()),
                    "Name, mailbox, phone and photo are withheld until the date can be read.");
            return true;
        }
    }

    private void add(String what, String content) {
        digest.update(what.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(content.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
