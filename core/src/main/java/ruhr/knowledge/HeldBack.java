package ruhr.knowledge;

import ruhr.knowledge.value.Version;

/**
 * A snapshot that is not shown because a {@link ruhr.knowledge.snapshot.Validator} objects to it.
 *
 * @param version its version, by which {@link KnowledgeBase#accept(Version)} accepts it
 * @param code why, in a word, for example {@code count-drop}
 * @param sentence why, with numbers
 */
public record HeldBack(Version version, String code, String sentence) {}
