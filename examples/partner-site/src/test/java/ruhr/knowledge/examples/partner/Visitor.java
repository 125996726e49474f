package ruhr.knowledge.examples.partner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a site for pages, as a browser without script does. */
final class Visitor {

    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#]*|\\?[^\"#]*)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI site;

    Visitor(URI site) {
        this.site = site;
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(site.resolve(path)).build(), BodyHandlers.ofByteArray());
    }

    String text(String path) throws IOException, InterruptedException {
        return text(get(path));
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Returns the answers of some addresses and of every address of the site that those name. */
    Map<String, HttpResponse<byte[]>> answersAround(Iterable<String> addresses)
            throws IOException, InterruptedException {
        Map<String, HttpResponse<byte[]>> answers = new LinkedHashMap<>();
        Set<String> named = new LinkedHashSet<>();
        for (String address : addresses) {
            HttpResponse<byte[]> answer = get(address);
            answers.put(address, answer);
            Matcher link = LINK.matcher(text(answer));
            while (link.find()) {
                named.add(site.resolve(address)
                        .resolve(link.group(1).replace("&amp;", "&"))
                        .toString()
                        .substring(site.toString().length() - 1));
            }
        }
        for (String address : named) {
            if (!answers.containsKey(address)) {
                answers.put(address, get(address));
            }
        }
        return answers;
    }
}
