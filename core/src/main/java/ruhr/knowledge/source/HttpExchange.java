package ruhr.knowledge.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.source.ReadFailure.Reason;
import ruhr.knowledge.value.Finding;

/**
 * One question to another server, from looking up its name to the last byte of its answer, within one deadline. Redirects
 * are followed here and not by the client, because each hop has to be held against the policy.
 */
final class HttpExchange {

    private static final int MOST_HOPS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient client;
    private final String name;
    private final Limits limits;
    private final AddressPolicy policy;
    private final long deadline;
    private final Map<String, String> headers = new LinkedHashMap<>();

    HttpExchange(HttpClient client, String name, Limits limits, AddressPolicy policy, long deadline) {
        this.client = client;
        this.name = name;
        this.limits = limits;
        this.policy = policy;
        this.deadline = deadline;
    }

    void header(String header, String value) {
        headers.put(header, value);
    }

    /** Asks, and follows where the answer leads. */
    HttpResponse<BodyStream> get(URI first) throws IOException {
        URI address = first;
        for (int hop = 0; ; hop++) {
            policy.check(address, name);
            HttpResponse<BodyStream> response = send(address);
            if (!REDIRECTS.contains(response.statusCode())) {
                return response;
            }
            response.body().close();
            if (hop == MOST_HOPS) {
                throw redirect("at most " + MOST_HOPS + " redirects", "more");
            }
            address = target(address, response);
        }
    }

    /**
     * Takes the bytes of an answer. Knows nothing of the client: a connection that is kept alive holds it, and a client that can
     * be reached from its own connections never ends.
     */
    private static final class Bodies implements BodyHandler<BodyStream> {

        private final String name;
        private final long deadline;
        private final Limits limits;
        private @Nullable BodyStream made;
        private boolean abandoned;

        Bodies(String name, long deadline, Limits limits) {
            this.name = name;
            this.deadline = deadline;
            this.limits = limits;
        }

        @Override
        public synchronized BodyStream apply(ResponseInfo head) {
            BodyStream body = new BodyStream(name, deadline, limits);
            made = body;
            if (abandoned) {
                body.close();
            }
            return body;
        }

        /** Gives back a body that has begun when nobody waited for it any more; the client would wait for its end. */
        synchronized void abandon() {
            abandoned = true;
            if (made != null) {
                made.close();
            }
        }
    }

    private URI target(URI from, HttpResponse<?> response) throws ReadFailure {
        String location = response.headers().firstValue("Location").orElse("");
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException malformed) {
            throw redirect("an address to go on to", Finding.quote(location));
        }
        if (location.isEmpty() || to.getScheme() == null) {
            throw redirect("an address to go on to", Finding.quote(location));
        }
        if (from.getScheme().equalsIgnoreCase("https") && to.getScheme().equalsIgnoreCase("http")) {
            throw redirect("to stay with https", Finding.quote(location));
        }
        return to;
    }

    private ReadFailure redirect(String expected, String found) {
        return new ReadFailure(
                Reason.REDIRECT,
                "Source '" + name + "': expected " + expected + ", found " + found + ". The redirect is not followed.");
    }

    private HttpResponse<BodyStream> send(URI address) throws IOException {
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(address).GET();
        } catch (IllegalArgumentException unusable) {
            throw redirect("an address that can be asked", Finding.quote(address.toString()));
        }
        request.header("Accept", "application/json, */*;q=0.1").header("Accept-Encoding", "gzip");
        headers.forEach(request::header);
        Bodies bodies = new Bodies(name, deadline, limits);
        CompletableFuture<HttpResponse<BodyStream>> answer = client.sendAsync(request.build(), bodies);
        try {
            return answer.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            bodies.abandon();
            throw BoundedInput.late(name, limits.time());
        } catch (InterruptedException closing) {
            answer.cancel(true);
            bodies.abandon();
            Thread.currentThread().interrupt();
            throw new ReadFailure(Reason.INTERRUPTED, "Source '" + name + "': reading was interrupted.", null, closing);
        } catch (ExecutionException failed) {
            throw unanswered(failed.getCause());
        }
    }

    private ReadFailure unanswered(@Nullable Throwable cause) {
        for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof SSLException) {
                return failed(Reason.TLS, "a certificate that holds", inner);
            }
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return failed(Reason.TIMEOUT, "a connection within ten seconds", cause);
        }
        return failed(Reason.UNREACHABLE, "an answer", cause);
    }

    private ReadFailure failed(Reason reason, String expected, @Nullable Throwable cause) {
        String found = cause == null || cause.getMessage() == null
                ? String.valueOf(cause == null ? "none" : cause.getClass().getSimpleName())
                : Finding.quote(cause.getMessage());
        return new ReadFailure(
                reason, "Source '" + name + "': expected " + expected + ", found " + found + ".", null, cause);
    }

    /** Returns the bytes of the document that an answer brings, unpacked. */
    InputStream document(HttpResponse<BodyStream> response) throws IOException {
        if (response.statusCode() != 200) {
            throw refused(response);
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        InputStream body = unpacked(response);
        if (!MediaType.mayBeJson(type)) {
            try (body) {
                String beginning = new String(body.readNBytes(80), StandardCharsets.UTF_8);
                throw new ReadFailure(
                        Reason.MEDIA_TYPE,
                        "Source '" + name + "': expected the content type application/json, found "
                                + Finding.quote(type) + " that begins with " + Finding.quote(beginning)
                                + ". The document is refused.");
            }
        }
        return body;
    }

    /** Returns the bytes of any file that an answer brings, unpacked. */
    InputStream file(HttpResponse<BodyStream> response) throws IOException {
        if (response.statusCode() != 200) {
            throw refused(response);
        }
        return unpacked(response);
    }

    private InputStream unpacked(HttpResponse<BodyStream> response) throws IOException {
        String coding = response.headers().firstValue("Content-Encoding").orElse("identity");
        return switch (coding.strip()) {
            case "identity", "" -> response.body();
            case "gzip", "x-gzip" -> new Unpacked(response.body(), name);
            default -> {
                response.body().close();
                throw new ReadFailure(
                        Reason.MEDIA_TYPE,
                        "Source '" + name + "': expected the content encoding gzip or none, found "
                                + Finding.quote(coding) + ". The document is refused.");
            }
        };
    }

    /** Returns why an answer brings nothing, and hangs up. */
    ReadFailure refused(HttpResponse<BodyStream> response) {
        response.body().close();
        int status = response.statusCode();
        Reason reason = status == 404 || status == 410 ? Reason.MISSING : Reason.STATUS;
        Optional<Duration> pause = response.headers().firstValue("Retry-After").flatMap(HttpExchange::pause);
        return new ReadFailure(
                reason,
                "Source '" + name + "': expected the status 200, found " + status + ".",
                pause.orElse(null),
                null);
    }

    /** Reads a number of seconds, or a date; empty if it is neither. */
    private static Optional<Duration> pause(String text) {
        try {
            if (text.strip().matches("[0-9]{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())));
            }
            Instant until = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration pause = Duration.between(Instant.now(), until);
            return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
