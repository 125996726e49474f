package planted.plugin.embed;

import planted.plugin.export.Courier;

/** Imports from its right. */
public final class Frame {

    private final Courier courier = new Courier();

    /** Returns what it may not know. */
    public Courier courier() {
        return courier;
    }

    /** Planted: asks another server. */
    static java.io.InputStream fetched(String url) throws java.io.IOException {
        return java.net.URI.create(url).toURL().openStream();
    }
}
