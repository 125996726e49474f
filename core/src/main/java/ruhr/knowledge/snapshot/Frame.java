package ruhr.knowledge.snapshot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import ruhr.knowledge.filter.FilterPresets;
import ruhr.knowledge.filter.Vocabulary;
import ruhr.knowledge.model.Citation;
import ruhr.knowledge.model.Focus;
import ruhr.knowledge.model.KeyFigure;

/**
 * What stands around the entries and is always in memory, because it is small: vocabularies, focus pages, figures, sources,
 * pictures and presets. Immutable; maps are by id and keep the order of the documents.
 *
 * @param topics the topics; its terms are {@link ruhr.knowledge.model.Topic}s
 * @param types the types of institutions; its terms are {@link ruhr.knowledge.model.InstitutionType}s
 * @param municipalities the places; its terms are {@link ruhr.knowledge.model.Municipality}s
 * @param focuses the focus pages
 * @param figures the key figures
 * @param citations the sources of facts
 * @param images the pictures, by {@link ruhr.knowledge.model.Image#src()}
 * @param presets the presets, in the order of the documents
 */
public record Frame(
        Vocabulary topics,
        Vocabulary types,
        Vocabulary municipalities,
        Map<String, Focus> focuses,
        Map<String, KeyFigure> figures,
        Map<String, Citation> citations,
        Map<String, ImageFile> images,
        FilterPresets presets) {

    /** Copies the maps. */
    public Frame {
        focuses = Collections.unmodifiableMap(new LinkedHashMap<>(focuses));
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        citations = Collections.unmodifiableMap(new LinkedHashMap<>(citations));
        images = Collections.unmodifiableMap(new LinkedHashMap<>(images));
    }
}
