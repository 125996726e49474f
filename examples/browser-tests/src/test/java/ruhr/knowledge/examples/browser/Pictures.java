package ruhr.knowledge.examples.browser;

import com.microsoft.playwright.Page;

/** Waits for the pictures of a page, also for those that load when one comes near. */
final class Pictures {

    private Pictures() {}

    static void load(Page page) {
        // Asked again and again from here: a page's own policy forbids Playwright to poll inside it.
        page.evaluate("Array.from(document.images).forEach(image => image.loading = 'eager')");
        page.waitForCondition(() -> Boolean.TRUE.equals(
                page.evaluate("Array.from(document.images).every(image => image.complete && image.naturalWidth > 0)")));
    }
}
