package ruhr.knowledge.wire;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An institution.
 *
 * @param id its id
 * @param name its full name
 * @param shortName what people say
 * @param type the id of a type
 * @param summary one or two sentences
 * @param sites its sites, the main one first
 * @param status active, merged or closed; absent means active
 * @param successor the id of the institution that it went into
 * @param parents ids of the institutions that it belongs to
 * @param topics what it is about
 * @param website its own page
 * @param ror its address in the Research Organization Registry
 * @param wikidata its item in Wikidata; kept in the document, not shown
 * @param established the year it was founded in
 * @param logo its logo
 * @param example whether it is invented
 * @param sources ids of sources
 */
public record InstitutionJson(
        @Nullable String id,
        @Nullable TextJson name,
        @Nullable String shortName,
        @Nullable String type,
        @Nullable TextJson summary,
        @Nullable List<SiteJson> sites,
        @Nullable String status,
        @Nullable String successor,
        @Nullable List<String> parents,
        @Nullable List<AssignedTopicJson> topics,
        @Nullable String website,
        @Nullable String ror,
        @Nullable String wikidata,
        @Nullable BigDecimal established,
        @Nullable ImageJson logo,
        @Nullable Boolean example,
        @Nullable List<String> sources)
        implements WireRecord {}
