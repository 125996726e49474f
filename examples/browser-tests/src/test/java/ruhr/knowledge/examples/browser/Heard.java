package ruhr.knowledge.examples.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What a window asks for and complains about, from now on. */
final class Heard {

    final List<String> requests = new ArrayList<>();
    final List<String> console = new ArrayList<>();
    final List<String> failed = new ArrayList<>();
    private final String origin;

    Heard(Page page, String origin) {
        this.origin = origin;
        page.onRequest(request -> requests.add(request.url()));
        page.onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
        page.onPageError(error -> console.add("error: " + error));
        page.onRequestFailed(request -> failed.add(request.url() + " " + request.failure()));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                failed.add(response.url() + " " + response.status());
            }
        });
    }

    List<String> foreign() {
        return requests.stream().filter(url -> !url.startsWith(origin)).toList();
    }
}
