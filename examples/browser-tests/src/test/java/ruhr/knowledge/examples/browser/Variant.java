package ruhr.knowledge.examples.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One way in which somebody can see a widget.
 *
 * @param widget the path of a widget and what it shows
 * @param language the language of the page
 * @param theme the theme of the widget
 * @param scheme which colours the visitor's system wants
 * @param delivery a page of our own, or a fragment in the page of somebody else
 */
record Variant(String widget, String language, String theme, ColorScheme scheme, String delivery) {

    static final List<String> WIDGETS = List.of(
            "focus?id=knowledge-transfer",
            "focus?id=our-contact",
            "institutions?limit=9",
            "institutions?view=table&limit=5&fields=type,place,established,topics,website",
            "institutions?view=list&topic=energy&status=any",
            "institutions?q=nirgends&topic=energy",
            "institutions?topic=no-such-topic",
            "institutions/rub",
            "services?city=bochum",
            "services/start-up-clinic",
            "contacts?compact",
            "contacts/transfer-contact",
            "stories?view=list",
            "stories/tzr-new-building",
            "figures?limit=5",
            "filter?kind=service",
            "finder?q=wasserstof",
            "map?limit=5",
            "map?city=bochum&near=51.48,7.22,15km&limit=5");

    private static final List<String> LANGUAGES = List.of("de", "en");
    private static final List<String> THEMES = List.of("ruhr", "neutral", "kern");
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static final List<String> DELIVERIES = List.of("document", "fragment");

    /** A page of somebody else, with a style of its own and the colours of its visitor. */
    private static final String HOST = "<!doctype html><html lang='%s'><head><meta charset='utf-8'>"
            + "<meta name='viewport' content='width=device-width, initial-scale=1'>"
            + "<style>html{color-scheme:light dark;background:Canvas;color:CanvasText}</style>"
            + "<title>Somebody else's page</title></head><body><main><h1>Somebody else's page</h1>%s</main></body></html>";

    /** Returns every variant. */
    static List<Variant> all() {
        List<Variant> all = new ArrayList<>();
        for (String widget : WIDGETS) {
            for (String language : LANGUAGES) {
                for (String theme : THEMES) {
                    for (ColorScheme scheme : SCHEMES) {
                        DELIVERIES.forEach(it -> all.add(new Variant(widget, language, theme, scheme, it)));
                    }
                }
            }
        }
        return all;
    }

    /** Returns a sample in which each widget meets each language, theme, scheme and delivery at least once. */
    static List<Variant> sample() {
        List<Variant> sample = new ArrayList<>();
        for (int i = 0; i < WIDGETS.size(); i++) {
            for (int j = 0; j < THEMES.size(); j++) {
                if (j < 2 || i % 3 == 0) {
                    sample.add(new Variant(
                            WIDGETS.get(i),
                            LANGUAGES.get((i + j) % 2),
                            THEMES.get((i + j) % 3),
                            SCHEMES.get((i / 2 + j) % 2),
                            DELIVERIES.get((i / 3 + j) % 2)));
                }
            }
        }
        return sample;
    }

    /** Opens it in a new window. */
    Page open(Demo.Running demo, Screen screen) {
        Screen coloured = scheme == ColorScheme.DARK ? screen.dark() : screen;
        return delivery.equals("document")
                ? demo.open(address("embed"), coloured)
                : demo.openInstead("/somebody-else", coloured, html(demo), Map.of());
    }

    /** Returns the document that the browser gets. */
    String html(Demo.Running demo) {
        return delivery.equals("document")
                ? demo.get(address("embed")).body()
                : HOST.formatted(language, demo.get(address("widgets")).body());
    }

    private String address(String way) {
        String separator = widget.contains("?") ? "&" : "?";
        return "/ruhr-knowledge/" + way + "/" + widget + separator + "lang=" + language + "&theme=" + theme;
    }
}
