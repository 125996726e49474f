package ruhr.knowledge.servlet;

import java.util.Map;
import ruhr.knowledge.Freshness;
import ruhr.knowledge.KnowledgeBase;

/**
 * What everybody may know of how the plugin is: one word and an age. Paths, addresses and reasons stand in the log.
 *
 * <ul>
 *   <li>{@code ok}: the sources answer
 *   <li>{@code degraded}: they do, but what came is held back, or cannot be kept on the disk
 *   <li>{@code stale}: what is shown may be out of date
 *   <li>{@code empty}: there is nothing to show; the only one with a status of 503, since another instance may be better off
 * </ul>
 */
final class Health {

    private static final Map<String, String> FOR_ALL_ORIGINS = Map.of("Access-Control-Allow-Origin", "*");

    private Health() {}

    static Reply of(KnowledgeBase base) {
        Freshness freshness = base.freshness();
        if (freshness.state() == Freshness.State.EMPTY) {
            return Unavailable.reply("/health", "");
        }
        String json = "{\"status\":\"%s\",\"ageSeconds\":%d}"
                .formatted(word(freshness, base), freshness.age().toSeconds());
        return new Reply(200, Reply.JSON, Body.of(json), Reply.Lifetime.NONE, FOR_ALL_ORIGINS);
    }

    private static String word(Freshness freshness, KnowledgeBase base) {
        if (freshness.state() == Freshness.State.STALE) {
            return "stale";
        }
        return base.heldBack().isPresent() || base.lastGoodProblem().isPresent() ? "degraded" : "ok";
    }
}
