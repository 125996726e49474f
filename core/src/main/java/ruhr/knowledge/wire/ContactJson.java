package ruhr.knowledge.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact person: all that the document knows. Only what {@code publish} names leaves the reader.
 *
 * @param id its id
 * @param institution the id of an institution
 * @param role what the person is there for
 * @param name the person's name
 * @param email the mailbox
 * @param phone the number
 * @param photo the portrait
 * @param publish which of name, email, phone and photo may be published
 * @param review until when somebody has to ask again, as {@code 2027-06-30}
 * @param topics what the person knows about
 * @param example whether the person is invented
 * @param sources ids of sources
 */
public record ContactJson(
        @Nullable String id,
        @Nullable String institution,
        @Nullable TextJson role,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable ImageJson photo,
        @Nullable List<String> publish,
        @Nullable String review,
        @Nullable List<AssignedTopicJson> topics,
        @Nullable Boolean example,
        @Nullable List<String> sources)
        implements WireRecord {}
