package ruhr.knowledge.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.source.ReadFailure.Reason;
import ruhr.knowledge.value.Finding;

/**
 * A JSON document behind an address of HTTP or HTTPS, for example the export of a CMS, or another plugin's
 * {@code /api/v1/document}: so one portal mirrors another.
 *
 * <pre>{@code
 * Source partner = HttpSource.of(URI.create("https://wissen.example.org/ruhr-knowledge/api/v1/document"));
 * }</pre>
 *
 * <p>It asks with {@code If-None-Match} and {@code If-Modified-Since} where the other side has given something to compare, takes
 * gzip, follows at most three redirects, each held against the {@link AddressPolicy} and none from {@code https} to
 * {@code http}, and is done, one way or the other, within {@link Limits#time()}, however slowly the bytes come. Files beside
 * the document are looked up relative to its address. Proxies are those of the JVM.
 *
 * <p>Thread-safe. Holds a connection only while reading; between two readings one idle thread of the JDK, which
 * {@link #release()} lets go of.
 */
public final class HttpSource implements Source {

    private final URI address;
    private final Limits limits;
    private final AddressPolicy policy;
    private final Object opening = new Object();
    private @Nullable HttpThreads threads;
    private volatile @Nullable Remembered remembered;

    /** What the other side gave to compare with, and the content it belongs to. */
    private record Remembered(String fingerprint, Optional<String> tag, Optional<String> modified) {

        boolean isComparable() {
            return tag.isPresent() || modified.isPresent();
        }
    }

    private HttpSource(URI address, Limits limits, AddressPolicy policy) {
        this.address = address;
        this.limits = limits;
        this.policy = policy;
    }

    /**
     * Returns a source on an address, with {@link Limits#DEFAULT} and {@link AddressPolicy#publicInternet()}.
     *
     * @param address the address of a document; nobody is asked before the first reading
     * @return the source
     * @throws IllegalArgumentException if it is no address of {@code http} or {@code https}, or has a password in it
     */
    public static HttpSource of(URI address) {
        String scheme = String.valueOf(address.getScheme());
        boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
        if (!web || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "address: expected one such as https://example.org/data.json, without a password, found another");
        }
        return new HttpSource(address, Limits.DEFAULT, AddressPolicy.publicInternet());
    }

    /**
     * Returns the same source within other limits.
     *
     * @param other what a document may ask
     * @return a source of its own
     */
    public HttpSource within(Limits other) {
        return new HttpSource(address, other, policy);
    }

    /**
     * Returns the same source within another policy.
     *
     * @param other which addresses may be asked
     * @return a source of its own
     */
    public HttpSource within(AddressPolicy other) {
        return new HttpSource(address, limits, other);
    }

    @Override
    public Reading read(Since last, EntrySink sink) throws IOException {
        Optional<Remembered> known = Optional.ofNullable(remembered)
                .filter(Remembered::isComparable)
                .filter(it -> last.fingerprint().equals(Optional.of(it.fingerprint())));
        long deadline = deadline();
        HttpExchange exchange = exchange(deadline);
        known.flatMap(Remembered::tag).ifPresent(tag -> exchange.header("If-None-Match", tag));
        known.flatMap(Remembered::modified).ifPresent(date -> exchange.header("If-Modified-Since", date));
        HttpResponse<BodyStream> response = exchange.get(address);
        if (response.statusCode() != 304) {
            return document(exchange, response, last, sink);
        }
        response.body().close();
        if (known.isPresent()) {
            return new Reading(known.get().fingerprint(), true, 0);
        }
        // Somebody between has mixed up who asked what.
        HttpExchange again = exchange(deadline);
        again.header("Cache-Control", "no-cache");
        return document(again, again.get(address), last, sink);
    }

    private Reading document(HttpExchange exchange, HttpResponse<BodyStream> response, Since last, EntrySink sink)
            throws IOException {
        try (InputStream body = exchange.document(response)) {
            DocumentStream stream = new DocumentStream(limits);
            stream.read(name(), body, charset(response), sink);
            String fingerprint = stream.fingerprint();
            remembered = new Remembered(
                    fingerprint,
                    response.headers().firstValue("ETag"),
                    response.headers().firstValue("Last-Modified"));
            return new Reading(fingerprint, last.fingerprint().equals(Optional.of(fingerprint)), stream.records());
        }
    }

    private Charset charset(HttpResponse<?> response) throws ReadFailure {
        String given = response.headers().firstValue("Content-Type").orElse("");
        return MediaType.charset(given)
                .orElseThrow(() -> new ReadFailure(
                        Reason.ENCODING,
                        "Source '" + name() + "': expected UTF-8 or UTF-16, found the content type "
                                + Finding.quote(given) + ". The document is refused."));
    }

    private long deadline() {
        return System.nanoTime() + limits.time().toNanos();
    }

    private HttpExchange exchange(long deadline) {
        return new HttpExchange(client(), name(), limits, policy, deadline);
    }

    private HttpClient client() {
        synchronized (opening) {
            HttpThreads open = threads;
            if (open == null) {
                open = new HttpThreads();
                threads = open;
            }
            return open.client();
        }
    }

    @Override
    public void release() {
        synchronized (opening) {
            HttpThreads open = threads;
            threads = null;
            if (open != null) {
                open.close();
            }
        }
    }

    /** Returns host and path, without what may be secret in a query. */
    @Override
    public String name() {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getHost() + port + address.getRawPath();
    }

    @Override
    public Optional<String> key() {
        return Optional.of("address " + address);
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    /** Returns a file beside the document; one on another server finds nothing. */
    @Override
    public Optional<byte[]> file(String path) throws IOException {
        URI file = address.resolve("./").resolve(URI.create(path.replace(" ", "%20")));
        if (!String.valueOf(file.getRawAuthority()).equals(address.getRawAuthority())
                || !file.getScheme().equals(address.getScheme())) {
            return Optional.empty();
        }
        HttpExchange exchange = exchange(deadline());
        HttpResponse<BodyStream> response = exchange.get(file);
        if (response.statusCode() == 404 || response.statusCode() == 410) {
            response.body().close();
            return Optional.empty();
        }
        try (InputStream body = exchange.file(response)) {
            return Optional.of(FileBytes.read(body, limits.fileBytes(), path));
        }
    }

    @Override
    public String toString() {
        return "HttpSource " + name();
    }
}
