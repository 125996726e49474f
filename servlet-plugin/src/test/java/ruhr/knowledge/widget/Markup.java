package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import ruhr.knowledge.KnowledgeBase;

/** What tests look at in rendered HTML. */
final class Markup {

    private static final Pattern SCHEME =
            Pattern.compile("^[\\s\\p{Cntrl}]*([a-zA-Z][a-zA-Z0-9+.-]*)\\s*:.*", Pattern.DOTALL);
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    private Markup() {}

    /** Returns all elements and the names of their attributes, in their order. */
    static List<String> skeleton(String html) {
        List<String> elements = new ArrayList<>();
        for (Element element : Jsoup.parse(html).getAllElements()) {
            List<String> names = element.attributes().asList().stream()
                    .map(Attribute::getKey)
                    .toList();
            elements.add(element.tagName() + names);
        }
        return elements;
    }

    /** Returns the addresses whose scheme a page should not have. */
    static List<String> strangeAddresses(String html) {
        List<String> strange = new ArrayList<>();
        for (Element element : Jsoup.parse(html).select("[href], [src]")) {
            for (String name : List.of("href", "src")) {
                var scheme = SCHEME.matcher(element.attr(name));
                if (scheme.matches() && !SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
                    strange.add(element.attr(name));
                }
            }
        }
        return strange;
    }

    /** Returns what could run or load something: scripts, inline styles, event handlers, pictures of other hosts. */
    static List<String> forbidden(String html) {
        List<String> found = new ArrayList<>();
        Document page = Jsoup.parse(html);
        for (Element element : page.getAllElements()) {
            // The one form there is asks for words, of the site itself, and keeps nothing.
            boolean asks = element.is("form.rk-search[method=get]")
                    && !element.attr("action").matches("(?i)\\s*([a-z]+:|//).*");
            if (!asks
                    && !isForTheFrame(element)
                    && Set.of("script", "style", "iframe", "object", "embed", "base", "form")
                            .contains(element.tagName())) {
                found.add(element.tagName());
            }
            for (Attribute attribute : element.attributes()) {
                if (isForbidden(attribute)) {
                    found.add(element.tagName() + " " + attribute);
                }
            }
        }
        return found;
    }

    /** The one script there is stands in the head of a page of our own, says nothing itself, and comes from us. */
    private static boolean isForTheFrame(Element element) {
        return element.is("head > script[defer]")
                && element.data().isEmpty()
                && element.attributes().size() == 2
                && element.attr("src").matches("/ruhr-knowledge/assets/[0-9a-f]{32}/frame\\.js");
    }

    private static boolean isForbidden(Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        boolean loads = Set.of("src", "srcset", "poster", "data").contains(name);
        return name.equals("style")
                || name.startsWith("on")
                || loads && attribute.getValue().matches("(?is)\\s*(https?:)?//.*");
    }

    /** Returns the query of an address in a page that passes its own query on, ready to be passed on again. */
    static String query(String href) {
        int start = href.indexOf('?') + 1;
        int end = href.indexOf('#') < 0 ? href.length() : href.indexOf('#');
        return start == 0 ? "" : href.substring(start, end);
    }

    /** Returns the value of a parameter of an address, decoded; empty text if there is none. */
    static String parameter(String href, String name) {
        for (String part : query(href).split("&")) {
            if (part.startsWith(name + "=")) {
                return URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    /** Returns the number that a list or panel says it has. */
    static int count(String html) {
        return number(Jsoup.parse(html).selectFirst(".rk-count").text());
    }

    /** Returns the number with which a text begins. */
    static int number(String text) {
        return Integer.parseInt(text.replaceAll("^(\\d[\\d.,]*).*$", "$1").replaceAll("[.,]", ""));
    }

    /** Returns the address of the one link whose text is as given. */
    static String link(String html, String text) {
        List<Element> links = Jsoup.parse(html).select("a").stream()
                .filter(link -> link.text().contains(text))
                .toList();
        assertEquals(1, links.size(), () -> "links that say '" + text + "' in " + html);
        return links.get(0).attr("href");
    }

    /** Returns renderings of every widget, as fragments and pages, in a language. */
    static List<String> everything(KnowledgeBase base, Locale language) {
        List<String> all = new ArrayList<>();
        for (String focus : base.snapshot().frame().focuses().keySet()) {
            both(all, base, "focus", "id=" + focus, language);
        }
        both(all, base, "focus", "id=nowhere", language);
        for (String query :
                List.of("", "limit=2&page=2", "topic=energy&not_city=essen&status=any", "topic=nonsense", "page=99")) {
            both(all, base, "institutions", query, language);
            both(all, base, "filter", query, language);
            all.add(Sample.hosted(base, "institutions", "", "a=1&rk_" + query, language));
            all.add(Sample.hosted(base, "filter", "city=essen", "a=1&rk_" + query, language));
        }
        for (String story : List.of("new-hall", "quiet-day", "nowhere", "kwi-three-universities")) {
            both(all, base, "stories", "id=" + story, language);
        }
        for (String list : WidgetRenderer.lists().keySet()) {
            for (String view : List.of("cards", "list", "table", "cards&compact")) {
                both(all, base, list, "view=" + view, language);
            }
            both(all, base, list, "q=nirgends&fields=summary,place,established,topics", language);
        }
        List<String> entries = base.ask("limit=100&status=any").entries().stream()
                .map(entry ->
                        WidgetRenderer.listOf(entry.kind()) + " " + entry.id().value())
                .toList();
        for (String entry : entries.subList(0, Math.min(40, entries.size()))) {
            String[] listAndId = entry.split(" ");
            both(all, base, listAndId[0], "id=" + listAndId[1], language);
        }
        for (String query :
                List.of("", "q=nirgends", "q=nichtsda&topic=energy", "kind=service,contact", "near=51.5,7.2,30km")) {
            both(all, base, "finder", query, language);
            both(all, base, "map", query, language);
            both(all, base, "figures", query, language);
            all.add(Sample.hosted(base, "finder", "", "a=1&rk_" + query, language));
            all.add(Sample.hosted(base, "map", "limit=2", "a=1&rk_" + query, language));
        }
        both(all, base, "map", "city=bochum", language);
        both(all, base, "filter", "kind=service", language);
        both(all, base, "filter", "kind=service,story&theme=kern,dark", language);
        both(all, base, "figures", "topic=energy&theme=neutral", language);
        return all;
    }

    private static void both(List<String> all, KnowledgeBase base, String widget, String parameters, Locale language) {
        all.add(Sample.fragment(base, widget, parameters, language));
        all.add(Sample.page(base, widget, parameters, language));
    }
}
