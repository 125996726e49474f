package ruhr.knowledge.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.value.LocalizedText;

/**
 * A link to a page on the web.
 *
 * @param url an absolute http or https address; {@code javascript:} and the like are refused
 * @param label what the link says; without it, whoever shows the link finds a text
 */
public record Link(URI url, Optional<LocalizedText> label) {

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it is not an absolute http or https address
     */
    public Link {
        requireWebAddress(url);
    }

    /**
     * Reads a web address.
     *
     * @param text an address
     * @return the address
     * @throws IllegalArgumentException if it is not an absolute http or https address with a host
     */
    public static URI webAddress(String text) {
        try {
            URI url = new URI(text);
            requireWebAddress(url);
            return url;
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(
                    "link: expected an http or https address, found " + Finding.quote(text), malformed);
        }
    }

    static void requireWebAddress(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || url.getHost() == null || url.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "link: expected an http or https address, found " + Finding.quote(url.toString()));
        }
    }
}
