package ruhr.knowledge.embed.view;

import ruhr.knowledge.widget.view.Message;

/**
 * What somebody pastes into a page or a system to show a widget there.
 *
 * @param id a name for addresses and ids
 * @param system for which system it is; a proper name
 * @param note how it is used
 * @param code what is to be pasted
 */
public record EmbedCode(String id, String system, Message note, String code) {

    /**
     * Returns how many lines it has.
     *
     * @return at least 1
     */
    public int lines() {
        return (int) code.lines().count();
    }
}
