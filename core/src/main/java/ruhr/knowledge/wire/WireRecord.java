package ruhr.knowledge.wire;

import org.jspecify.annotations.Nullable;

/** A record of one section of a document, in the shape of its JSON, unchecked. */
public sealed interface WireRecord
        permits SourceJson,
                TopicJson,
                TypeJson,
                MunicipalityJson,
                InstitutionJson,
                ServiceJson,
                ContactJson,
                StoryJson,
                FigureJson,
                FocusJson,
                PresetJson {

    /**
     * Returns the identifier as it was written.
     *
     * @return any text, or null if there is none
     */
    @Nullable
    String id();
}
