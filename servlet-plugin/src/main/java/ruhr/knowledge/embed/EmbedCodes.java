package ruhr.knowledge.embed;

import java.util.ArrayList;
import java.util.List;
import ruhr.knowledge.embed.view.EmbedCode;
import ruhr.knowledge.filter.Parameters;
import ruhr.knowledge.filter.Parameters.Parameter;
import ruhr.knowledge.widget.Assets;
import ruhr.knowledge.widget.view.Message;

/** Writes the code for each system that can show a widget. Immutable. */
final class EmbedCodes {

    private final String publicBaseUrl;
    private final String path;
    private final Parameters parameters;
    private final String lang;
    private final String title;

    /**
     * Returns the codes of one widget.
     *
     * @param publicBaseUrl where the world reaches the plugin
     * @param path the widget, and the id of an entry: {@code services} or {@code institutions/rub}
     * @param parameters what it shows and how, without its language
     * @param lang the language
     * @param title what the widget is called
     */
    EmbedCodes(String publicBaseUrl, String path, Parameters parameters, String lang, String title) {
        this.publicBaseUrl = publicBaseUrl;
        this.path = path;
        this.parameters = parameters;
        this.lang = lang;
        this.title = title;
    }

    List<EmbedCode> all() {
        return List.of(
                new EmbedCode("html", "HTML", Message.CODE_HTML, script() + "\n" + element() + "\n"),
                new EmbedCode("wordpress", "WordPress", Message.CODE_WORDPRESS, page() + "\n"),
                new EmbedCode(
                        "wordpress-shortcode",
                        "WordPress (Shortcode)",
                        Message.CODE_SHORTCODE,
                        "[embed]" + page() + "[/embed]\n"),
                new EmbedCode("drupal", "Drupal", Message.CODE_DRUPAL, page() + "\n"),
                new EmbedCode("drupal-provider", "Drupal (oembed_providers)", Message.CODE_PROVIDER, provider()),
                new EmbedCode("typo3", "TYPO3", Message.CODE_TYPO3, frame() + "\n"),
                new EmbedCode("frame", "iframe", Message.CODE_FRAME, frame() + "\n"),
                new EmbedCode("php", "PHP", Message.CODE_PHP, php()),
                new EmbedCode("ssi", "nginx (SSI)", Message.CODE_SSI, ssi()),
                new EmbedCode("esi", "Varnish (ESI)", Message.CODE_ESI, esi()),
                new EmbedCode("jsp", "JSP", Message.CODE_JSP, jsp()),
                new EmbedCode("pinned", "HTML + SRI", Message.CODE_PINNED, pinned() + "\n" + element() + "\n"));
    }

    private Parameters withLanguage() {
        return parameters.with("lang", lang);
    }

    private String page() {
        return publicBaseUrl + "/embed/" + path + "?" + withLanguage();
    }

    private String fragment(String host) {
        return "/widgets/" + path + "?" + withLanguage() + "&host=" + host;
    }

    private String script() {
        return "<script type=\"module\" src=\"" + html(publicBaseUrl + "/" + Assets.ELEMENT) + "\"></script>";
    }

    private String pinned() {
        return "<script type=\"module\" src=\"" + html(Assets.address(publicBaseUrl, Assets.ELEMENT)) + "\"\n"
                + "  integrity=\"" + Assets.own(Assets.ELEMENT).integrity() + "\" crossorigin=\"anonymous\"></script>";
    }

    private String element() {
        String[] parts = path.split("/");
        List<String> attributes = new ArrayList<>(List.of("widget=\"" + parts[0] + "\""));
        if (parts.length > 1) {
            attributes.add("entry=\"" + parts[1] + "\"");
        }
        for (Parameter parameter : parameters.all()) {
            // There is an attribute id already, and it means something else.
            String name = parameter.name().equals("id") ? "entry" : parameter.name();
            attributes.add(parameter.value().isEmpty() ? name : name + "=\"" + html(parameter.value()) + "\"");
        }
        attributes.add("lang=\"" + lang + "\"");
        return "<ruhr-knowledge " + String.join(" ", attributes) + ">\n  <a href=\"" + html(page()) + "\">"
                + html(title) + "</a>\n</ruhr-knowledge>";
    }

    private String frame() {
        return "<iframe src=\"" + html(page()) + "\" title=\"" + html(title)
                + "\" width=\"100%\" height=\"600\" loading=\"lazy\"></iframe>\n" + script();
    }

    /** Returns the provider as Drupal's module oembed_providers keeps it in its configuration. */
    private String provider() {
        return """
                id: ruhr_knowledge
                label: '%s'
                provider_url: '%s'
                endpoints:
                  - schemes:
                      - '%s/embed/*'
                    url: '%s/oembed'
                    discovery: true
                    formats:
                      json: true
                      xml: false
                """.formatted(OEmbed.PROVIDER, publicBaseUrl, publicBaseUrl, publicBaseUrl);
    }

    private String php() {
        return """
                <?php
                $ruhr = %s
                    . rawurlencode($_SERVER['QUERY_STRING'] ?? '');
                $wait = stream_context_create(['http' => ['timeout' => 3]]);
                echo @file_get_contents($ruhr, false, $wait)
                    ?: %s;
                ?>
                """.formatted(quoted(publicBaseUrl + fragment("")), quoted(fallback()));
    }

    /** Writes a text of PHP between single quotes. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private String fallback() {
        return "<a href=\"" + html(page()) + "\">" + html(title) + "</a>";
    }

    private String ssi() {
        // Two widgets of one page have a block each.
        String block = "ruhr-" + path.replace('/', '-')
                + parameters.first("group").map("-"::concat).orElse("");
        return """
                <!--# block name="%s" -->%s<!--# endblock -->
                <!--# include virtual="/ruhr%s" stub="%s" -->
                """.formatted(block, fallback(), fragment("?$args").replace("\"", "%22"), block);
    }

    private String esi() {
        return """
                <esi:include src="%s"/>
                <esi:remove>%s</esi:remove>
                """.formatted(html("/ruhr" + fragment("?")), fallback());
    }

    private String jsp() {
        return """
                <%%@ page pageEncoding="UTF-8" import="java.net.URLEncoder" %%>
                <%% String query = request.getQueryString() == null ? "" : request.getQueryString(); %%>
                <jsp:include page='<%%= "/ruhr-knowledge%s" + URLEncoder.encode(query, "UTF-8") %%>' />
                """.formatted(fragment("").replace("'", "%27"));
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
