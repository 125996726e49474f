package ruhr.knowledge.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.KnowledgeBase;

class AssetsTest {

    private static final String START = Sample.BASE_PATH + "/assets/";

    @TempDir
    Path folder;

    private KnowledgeBase base;
    private Assets assets;

    @BeforeEach
    void open() {
        base = Sample.open(folder);
        assets = new Assets(base);
    }

    private static String hash(String address) {
        assertTrue(address.startsWith(START), address);
        return address.substring(START.length(), START.length() + 32);
    }

    private static String name(String address) {
        return address.substring(START.length() + 33);
    }

    @Test
    void theStyleSheetIsFoundAtItsAddress() {
        String address = Assets.stylesheet(Sample.BASE_PATH);
        var css = assets.find(hash(address), name(address)).orElseThrow();

        assertEquals("text/css;charset=UTF-8", css.mediaType());
        assertEquals(hash(address), css.hash());
        assertTrue(new String(css.content(), StandardCharsets.UTF_8).contains("@layer rk"));
        assertNotSame(css.content(), css.content());
    }

    @Test
    void everyPictureOfThePagesIsFoundAtItsAddress() {
        for (String html : Markup.everything(base, Locale.GERMAN)) {
            for (Element picture : Jsoup.parse(html).select("img")) {
                String address = picture.attr("src");
                var file = assets.find(hash(address), name(address)).orElseThrow();
                assertEquals("image/svg+xml", file.mediaType());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00000000000000000000000000000000", "*", "../"})
    void nothingIsFoundByAWrongFingerprint(String hash) {
        assertTrue(assets.find(hash, Assets.STYLESHEET).isEmpty());
        assertTrue(assets.find(hash, "images/hall.svg").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "/ruhr-knowledge.css",
                "./ruhr-knowledge.css",
                "RUHR-KNOWLEDGE.CSS",
                "ruhr-knowledge.css/",
                "ruhr-knowledge.css\u0000.svg",
                "images/../ruhr-knowledge.css",
                "images/..%2fdata.json",
                "images\\hall.svg",
                "../data.json",
                "data.json",
                "images/../data.json",
                "Assets.class",
                "/ruhr/knowledge/widget/Assets.class",
                "META-INF/MANIFEST.MF",
                "file:///etc/passwd"
            })
    void noOtherSpellingOfANameFindsAnything(String name) {
        String css = hash(Assets.stylesheet(Sample.BASE_PATH));
        String hall = base.snapshot().frame().images().get("images/hall.svg").hash();

        assertFalse(assets.find(css, name).isPresent());
        assertFalse(assets.find(hall, name).isPresent());
    }
}
