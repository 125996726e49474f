package ruhr.knowledge.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service.
 *
 * @param id its id
 * @param name what it is called
 * @param summary what one gets
 * @param provider the id of an institution
 * @param topics what it is about
 * @param areas ids of municipalities
 * @param contacts ids of contacts
 * @param link where to read more
 * @param example whether it is invented
 * @param sources ids of sources
 */
public record ServiceJson(
        @Nullable String id,
        @Nullable TextJson name,
        @Nullable TextJson summary,
        @Nullable String provider,
        @Nullable List<AssignedTopicJson> topics,
        @Nullable List<String> areas,
        @Nullable List<String> contacts,
        @Nullable LinkJson link,
        @Nullable Boolean example,
        @Nullable List<String> sources)
        implements WireRecord {}
