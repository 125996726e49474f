package ruhr.knowledge.examples.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** Where the parts of the demo page are. */
final class Widgets {

    /** Every widget's outermost element. */
    static final String ROOT = ".rk";

    private Widgets() {}

    /** Returns the section of all institutions, with the panel and the list of the default group. */
    static Locator institutions(Page page) {
        return page.locator("#einrichtungen, #institutions");
    }

    /** Returns the section of innovation centres, with the panel and the list of the group {@code centres}. */
    static Locator centres(Page page) {
        return page.locator("#zentren, #centres");
    }

    /** Returns the filter panel of a section. */
    static Locator panel(Locator section) {
        return section.locator(".panel");
    }

    /** Returns the list of a section. */
    static Locator results(Locator section) {
        return section.locator(".results");
    }

    /** Returns what the list of a section names, on this page of it. */
    static List<String> names(Locator section) {
        return results(section).locator("li h3, li h4").allInnerTexts();
    }

    /** Returns how many the list of a section has on all its pages, as it says. */
    static int total(Locator section) {
        return firstNumber(results(section).locator("[role=status]").first().innerText());
    }

    /** Returns the number that a filter link promises. */
    static int number(Locator filter) {
        return firstNumber(filter.innerText());
    }

    private static int firstNumber(String text) {
        return Pattern.compile("[0-9]+")
                .matcher(text)
                .results()
                .map(number -> Integer.parseInt(number.group()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a number in: " + text));
    }

    /** Follows a link, and waits until its page is there: a click alone does not wait. */
    static void follow(Page page, Locator link) {
        String target =
                URI.create(page.url()).resolve(link.getAttribute("href")).toString();
        link.click();
        page.waitForURL(target);
    }
}
