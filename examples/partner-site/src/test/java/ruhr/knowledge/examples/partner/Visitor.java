package ruhr.knowledge.examples.partner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Asks a site for pages, as a browser without script does. */
final class Visitor {

    private static final Pattern LINK =
            Pattern.compile("(?:href|src|action)=\"(http://localhost:[0-9]+/[^\"#]*|/[^\"#]*|\\?[^\"#]*)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI site;

    Visitor(URI site) {
        this.site = site;
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(site.resolve(path)).build(), BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new IOException(path + ": " + failed.getMessage(), failed);
        }
    }

    String text(String path) throws IOException, InterruptedException {
        return text(get(path));
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Returns the answers of some addresses and of every address of the site that those name. */
    Map<String, HttpResponse<byte[]>> answersAround(Collection<String> addresses)
            throws IOException, InterruptedException {
        Map<String, HttpResponse<byte[]>> answers = answers(addresses);
        Set<String> named = new LinkedHashSet<>();
        answers.forEach((address, answer) -> LINK.matcher(text(answer))
                .results()
                .forEach(link -> named.add(site.resolve(address)
                        .resolve(link.group(1).replace("&amp;", "&"))
                        .toString()
                        .substring(site.toString().length() - 1))));
        named.removeAll(answers.keySet());
        answers.putAll(answers(named));
        return answers;
    }

    /** Returns the answers of some addresses. */
    Map<String, HttpResponse<byte[]>> answers(Collection<String> addresses) throws IOException, InterruptedException {
        Map<String, HttpResponse<byte[]>> answers = new LinkedHashMap<>();
        for (String address : addresses) {
            answers.put(address, get(address));
        }
        return answers;
    }
}
