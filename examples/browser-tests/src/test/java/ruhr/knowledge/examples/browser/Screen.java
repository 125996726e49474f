package ruhr.knowledge.examples.browser;

import com.microsoft.playwright.options.ColorScheme;

/** What a visitor looks at the page with. */
record Screen(int width, ColorScheme colours, boolean script) {

    static final Screen WIDE = new Screen(1280, ColorScheme.LIGHT, true);

    /** A small telephone; also a window of 1280 pixels enlarged to 400 per cent. */
    static final Screen NARROW = new Screen(320, ColorScheme.LIGHT, true);

    Screen dark() {
        return new Screen(width, ColorScheme.DARK, script);
    }

    Screen withoutScript() {
        return new Screen(width, colours, false);
    }
}
