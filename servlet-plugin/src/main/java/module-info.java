/**
 * The Ruhr's knowledge transfer in a servlet container: widgets as HTML fragments and pages, and a JSON API.
 *
 * <p>A container finds the plugin by itself; nobody has to name a class. Whoever renders widgets without a container
 * starts at {@link ruhr.knowledge.widget.WidgetRenderer}.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module ruhr.knowledge.servlet {
    requires static transitive org.jspecify;
    requires transitive ruhr.knowledge;
    requires transitive jakarta.servlet;
    requires gg.jte.runtime;
    requires jakarta.json;
    requires com.github.benmanes.caffeine;
    requires org.slf4j;
    requires static java.naming;

    exports ruhr.knowledge.widget;
    exports ruhr.knowledge.embed;
    exports ruhr.knowledge.export;
    exports ruhr.knowledge.servlet;

    provides jakarta.servlet.ServletContainerInitializer with
            ruhr.knowledge.servlet.RuhrKnowledgeInitializer;
}
