/**
 * The Ruhr's knowledge transfer as a library: a domain model, readers, an immutable in-memory snapshot, and filters with
 * exact facet counts.
 *
 * <p>Start at {@link ruhr.knowledge.KnowledgeBase}. Whoever filters records of their own starts at
 * {@link ruhr.knowledge.index.FilterIndex}.
 */
@SuppressWarnings("requires-automatic") // OpenNLP names its module in the manifest only
module ruhr.knowledge {
    requires static transitive org.jspecify;
    requires transitive jakarta.json;
    requires jakarta.json.bind;
    requires java.net.http;
    requires org.eclipse.yasson;
    requires com.github.benmanes.caffeine;
    requires org.apache.opennlp.tools;
    requires org.slf4j;

    uses jakarta.json.spi.JsonProvider;

    exports ruhr.knowledge;
    exports ruhr.knowledge.value;
    exports ruhr.knowledge.text;
    exports ruhr.knowledge.filter;
    exports ruhr.knowledge.query;
    exports ruhr.knowledge.index;
    exports ruhr.knowledge.cache;
    exports ruhr.knowledge.model;
    exports ruhr.knowledge.source;
    exports ruhr.knowledge.snapshot;
    exports ruhr.knowledge.wire;

    // JSON Binding reads the records through a public look-up, which a qualified opens does not serve.
    opens ruhr.knowledge.wire;
}
