package ruhr.knowledge.servlet;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Names what an answer shows, so that a cache in front of us can drop what an entry is part of. Which headers say it depends
 * on that cache. Immutable.
 */
final class CacheTags {

    /** Says nothing. */
    static final CacheTags NONE = new CacheTags(EnumSet.noneOf(Header.class));

    /** Beyond this many entries, an answer is named by its widget alone: a header has to stay small. */
    private static final int MOST = 100;

    private static final int MOST_CHARACTERS = 4_000;

    private enum Header {
        /** Separated by spaces, as Fastly and Varnish read it. */
        SURROGATE_KEY("Surrogate-Key"),
        /** Separated by commas, as Cloudflare reads it. */
        CACHE_TAG("Cache-Tag"),
        /** A list of strings, as RFC 9875 says. */
        CACHE_GROUPS("Cache-Groups");

        private final String header;

        Header(String header) {
            this.header = header;
        }
    }

    private final Set<Header> headers;

    private CacheTags(Set<Header> headers) {
        this.headers = headers;
    }

    /**
     * Reads which headers are wanted.
     *
     * @param text names of headers, separated by commas; empty for none
     * @throws IllegalArgumentException if one of them is none of the three
     */
    static CacheTags of(String text) {
        Set<Header> wanted = EnumSet.noneOf(Header.class);
        for (String name : text.split(",")) {
            if (!name.isBlank()) {
                wanted.add(Header.valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_')));
            }
        }
        return new CacheTags(wanted);
    }

    /**
     * Returns the headers of an answer.
     *
     * @param widget the name of the widget
     * @param shown the entries that it shows, such as {@code institution-rub}
     * @param others further headers
     */
    Map<String, String> headers(String widget, Set<String> shown, Map<String, String> others) {
        if (headers.isEmpty()) {
            return others;
        }
        List<String> tags = new ArrayList<>(List.of("rk", "rk-" + widget));
        int characters = shown.stream().mapToInt(tag -> tag.length() + 4).sum();
        if (shown.size() <= MOST && characters <= MOST_CHARACTERS) {
            tags.addAll(new TreeSet<>(shown));
        }
        Map<String, String> all = new LinkedHashMap<>(others);
        for (Header header : headers) {
            all.put(
                    header.header,
                    switch (header) {
                        case SURROGATE_KEY -> String.join(" ", tags);
                        case CACHE_TAG -> String.join(",", tags);
                        case CACHE_GROUPS -> tags.stream().collect(Collectors.joining("\", \"", "\"", "\""));
                    });
        }
        return Map.copyOf(all);
    }
}
